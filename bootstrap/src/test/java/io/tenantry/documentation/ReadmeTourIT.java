package io.tenantry.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tenantry.RunningTenantry;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tour of the README, word for word: each curl command is sent, each answer shown is the answer that comes. */
class ReadmeTourIT {

    private static final Path README = Path.of("..", "README.md");
    private static final Pattern STEP = Pattern.compile("```sh\n(curl .*?)\n```\n+```json\n(.*?)\n```", Pattern.DOTALL);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Stands in the README for what is different each time. */
    private static final String ANYTHING = "…";

    private final RunningTenantry tenantry = RunningTenantry.shared();
    private final Map<String, String> seen = new HashMap<>();

    @Test
    void every_command_of_the_tour_gives_the_answer_that_is_shown() throws IOException, InterruptedException {
        Matcher step = STEP.matcher(Files.readString(README));
        int steps = 0;
        while (step.find()) {
            steps++;
            JsonNode answer = send(step.group(1));
            remember(answer);
            assertThat(differences("", JSON.readTree(step.group(2)), answer))
                    .as(step.group(1))
                    .isEmpty();
        }

        assertThat(steps).isGreaterThanOrEqualTo(6);
    }

    private JsonNode send(String command) throws IOException, InterruptedException {
        Curl curl = Curl.parse(command, this::valueOf);
        HttpResponse<String> response =
                tenantry.http().send(curl.against(tenantry.baseUri()), HttpResponse.BodyHandlers.ofString());
        return JSON.readTree(response.body());
    }

    /** A shell variable stands for the member of that name in the last answer that had it; two of them for what came by mail. */
    private String valueOf(String variable) {
        return switch (variable) {
            case "TOKEN" -> tenantry.tokenOfLastMail();
            case "INVITATION" -> tenantry.mailedToken("grace@tour.example", "/invitations/accept");
            default -> seen.get(variable.toLowerCase(Locale.ROOT));
        };
    }

    private void remember(JsonNode answer) {
        for (Map.Entry<String, JsonNode> member : answer.properties()) {
            if (member.getValue().isTextual()) {
                seen.put(
                        member.getKey().toLowerCase(Locale.ROOT),
                        member.getValue().textValue());
            } else {
                remember(member.getValue());
            }
        }
    }

    private static String differences(String path, JsonNode shown, JsonNode came) {
        if (shown.isTextual() && shown.textValue().equals(ANYTHING) && came.isTextual()) {
            return "";
        }
        if (path.endsWith("/number") && shown.isIntegralNumber() && came.isIntegralNumber()) {
            return ""; // the first tenant is number 1; here others have been before
        }
        if (shown.isObject() && came.isObject()) {
            StringBuilder all = new StringBuilder();
            came.fieldNames()
                    .forEachRemaining(name -> all.append(shown.has(name) ? "" : path + "/" + name + " not shown; "));
            shown.properties()
                    .forEach(member -> all.append(
                            differences(path + "/" + member.getKey(), member.getValue(), came.path(member.getKey()))));
            return all.toString();
        }
        if (shown.isArray() && came.isArray() && shown.size() == came.size()) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < shown.size(); i++) {
                all.append(differences(path + "/" + i, shown.get(i), came.get(i)));
            }
            return all.toString();
        }
        return shown.equals(came) ? "" : path + ": shown " + shown + ", came " + came + "; ";
    }
}
