-- What the server's role may do, and no more. Run by `migrate`, again whenever this file changes.

do $$
begin
    if not has_database_privilege('${role}', current_database(), 'connect') then
        execute format('grant connect on database %I to %I', current_database(), '${role}');
    end if;
end
$$;

grant usage on schema ${control} to "${role}";

grant select, insert, update on ${control}.tenant to "${role}";

grant select, insert, update on ${control}.app_user to "${role}";

grant select, insert, update on ${control}.credential to "${role}";

grant select, insert, update on ${control}.membership to "${role}";

grant select, insert, update on ${control}.tenant_domain to "${role}";

grant select, insert, update on ${control}.session to "${role}";

grant select, insert, update on ${control}.refresh_token to "${role}";

grant select, insert, update, delete on ${control}.one_time_token to "${role}";

grant select, insert, update on ${control}.signing_key to "${role}";

grant select, insert, update on ${control}.outbox_mail to "${role}";

grant select on ${control}.tenant_schema to "${role}";

grant select on ${control}.flyway_schema_history to "${role}";

grant execute on function ${control}.create_tenant_schema(uuid, text) to "${role}";
