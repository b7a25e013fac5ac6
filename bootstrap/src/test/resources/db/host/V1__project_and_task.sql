create table project (
    id   uuid primary key default gen_random_uuid(),
    name text not null
);

create table task (
    id         uuid primary key default gen_random_uuid(),
    project_id uuid not null references project (id),
    title      text not null
);
