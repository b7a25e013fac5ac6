package io.tenantry.documentation;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a curl command line as documentation shows it: a URL, {@code -s}, {@code -X}, {@code -H}, {@code -d}. */
record Curl(String method, String url, List<String> headers, String body) {

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)");
    private static final Pattern VARIABLE = Pattern.compile("\\$([A-Z]+)");

    /** @param variables from a shell variable's name to its value */
    static Curl parse(String command, UnaryOperator<String> variables) {
        List<String> words = words(command.replace("\\\n", " "), variables);
        String method = null;
        String url = null;
        String body = null;
        List<String> headers = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-s" -> {}
                case "-X" -> method = words.get(++i);
                case "-H" -> headers.add(words.get(++i));
                case "-d" -> body = words.get(++i);
                default -> url = words.get(i);
            }
        }
        return new Curl(method != null ? method : body != null ? "POST" : "GET", url, headers, body);
    }

    /** The request, sent to {@code base} in place of the server that the documentation names. */
    HttpRequest against(URI base) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        base.resolve(url.replaceFirst("^(http://)?localhost:8080", "")))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(header -> request.header(header.split(": ", 2)[0], header.split(": ", 2)[1]));
        return request.build();
    }

    private static List<String> words(String command, UnaryOperator<String> variables) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            boolean literal = word.group(1) != null;
            String text = literal ? word.group(1) : word.group(2) != null ? unescaped(word.group(2)) : word.group(3);
            words.add(literal ? text : expand(text, variables));
        }
        return words;
    }

    private static String unescaped(String quoted) {
        return quoted.replaceAll("\\\\(.)", "$1");
    }

    private static String expand(String text, UnaryOperator<String> variables) {
        return VARIABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(variables.apply(found.group(1))));
    }
}
