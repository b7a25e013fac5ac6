package io.tenantry.http.api.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.http.Person;
import io.tenantry.http.RawHttp;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AvatarRoutesTest {
    private static final String AVATAR = "/api/v1/me/avatar";
    private static final String PNG = "image/png";
    private static final String JPEG = "image/jpeg";

    private static TestServer server;
    private static Person person;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        person = Person.verified(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"300,200", "200,300", "256,256", "1,1", "17,900", "4096,1"})
    void whatever_its_size_a_picture_becomes_a_png_of_256_by_256(int width, int height) throws IOException {
        for (String type : new String[] {PNG, JPEG}) {
            byte[] file = type.equals(PNG) ? Pictures.png(width, height) : Pictures.jpeg(width, height);
            Reply stored = person.put(AVATAR, type, file);
            assertThat(stored.status()).isEqualTo(200);
            BufferedImage shown = shown(person);
            assertThat(shown.getWidth()).isEqualTo(256);
            assertThat(shown.getHeight()).isEqualTo(256);
        }
    }

    @Test
    void the_largest_picture_has_4096_pixels_on_each_side() throws IOException {
        assertThat(person.put(AVATAR, PNG, Pictures.grayPng(4096, 4096, 4096)).status())
                .isEqualTo(200);
        assertThat(shown(person).getRGB(128, 128)).isEqualTo(Pictures.BLACK);
    }

    @Test
    void its_middle_square_is_kept_with_its_colours() throws IOException {
        person.put(AVATAR, PNG, Pictures.png(1200, 800));
        BufferedImage shown = shown(person);
        assertThat(shown.getRGB(20, 128)).isEqualTo(Pictures.RED);
        assertThat(shown.getRGB(235, 128)).isEqualTo(Pictures.BLUE);
    }

    @Test
    void what_is_transparent_stays_so() throws IOException {
        BufferedImage clear = new BufferedImage(300, 300, BufferedImage.TYPE_INT_ARGB);
        person.put(AVATAR, PNG, Pictures.encoded(clear, "png"));
        assertThat(shown(person).getRGB(128, 128) >>> 24).isZero();
    }

    @Test
    void nothing_but_the_picture_is_kept_of_a_file() {
        byte[] png = Pictures.png(300, 300);
        byte[] note = Pictures.chunk("tEXt", "Comment\0where I live".getBytes(StandardCharsets.ISO_8859_1));
        int afterHeader = 8 + 25;
        byte[] noted = concat(Arrays.copyOf(png, afterHeader), note, Arrays.copyOfRange(png, afterHeader, png.length));
        assertThat(person.put(AVATAR, PNG, noted).status()).isEqualTo(200);
        assertThat(picture(person).octets()).doesNotContain("where I live", "tEXt");
    }

    @Test
    void the_address_of_the_picture_is_told_and_another_picture_has_another() {
        String first = person.put(AVATAR, PNG, Pictures.png(300, 300)).at("/avatarUrl");
        assertThat(person.me().at("/profile/avatarUrl")).isEqualTo(first);
        assertThat(first).startsWith(TestServer.PUBLIC_URL + "/api/v1/users/" + id(person) + "/avatar?v=");
        String second = person.put(AVATAR, PNG, Pictures.png(300, 1)).at("/avatarUrl");
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void R3_4_4_it_is_served_as_what_it_is_and_kept_by_no_shared_cache() {
        person.put(AVATAR, PNG, Pictures.png(300, 300));
        Reply picture = picture(person);
        assertThat(picture.header("Content-Type")).contains(PNG);
        assertThat(picture.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(picture.header("Cache-Control")).contains("private, no-cache");
    }

    @Test
    void who_has_it_already_is_told_so_and_nothing_more() {
        person.put(AVATAR, PNG, Pictures.png(300, 300));
        String tag = picture(person).header("ETag").orElseThrow();
        Reply again = server.client()
                .get(path(person), "Authorization", person.bearer(), "If-None-Match", "\"other\", " + tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        person.put(AVATAR, PNG, Pictures.png(300, 1));
        assertThat(server.client()
                        .get(path(person), "Authorization", person.bearer(), "If-None-Match", tag)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_picture_can_be_removed_also_twice() {
        person.put(AVATAR, PNG, Pictures.png(300, 300));
        for (int i = 0; i < 2; i++) {
            Reply removed = person.delete(AVATAR, null);
            assertThat(removed.json()).hasToString("{\"avatarUrl\":null}");
        }
        assertThat(picture(person).status()).isEqualTo(404);
        assertThat(person.me().json().at("/profile/avatarUrl").isNull()).isTrue();
    }

    @Test
    void R8_2_2_a_strangers_picture_is_404_like_none() {
        person.put(AVATAR, PNG, Pictures.png(300, 300));
        Person stranger = Person.owner(server);
        Reply foreign = stranger.get(path(person));
        Reply absent = stranger.get("/api/v1/users/" + UUID.randomUUID() + "/avatar");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(absent.status()).isEqualTo(404);
        assertThat(foreign.at("/detail")).isEqualTo(absent.at("/detail"));
        assertThat(stranger.get("/api/v1/users/nobody/avatar").status()).isEqualTo(404);
        assertThat(server.client().get(path(person)).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"image/gif", "image/svg+xml", "application/json", "application/octet-stream", "image/*", "png"})
    void another_kind_of_file_is_415(String type) {
        String line = type == null ? "" : "Content-Type: " + type + "\r\n";
        Reply reply = RawHttp.sendChecked(
                server,
                "PUT",
                AVATAR,
                "PUT " + AVATAR + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + person.bearer() + "\r\n" + line
                        + "Content-Length: 2\r\n\r\n{}");
        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.at("/detail")).isEqualTo("Content-Type must be image/png or image/jpeg");
    }

    static Stream<Arguments> brokenOrHostile() {
        byte[] png = Pictures.png(300, 300);
        byte[] jpeg = Pictures.jpeg(300, 300);
        return Stream.of(
                Arguments.of("nothing", PNG, new byte[0]),
                Arguments.of("text", PNG, "no picture at all".getBytes(StandardCharsets.US_ASCII)),
                Arguments.of("a page", JPEG, "<html><script>".getBytes(StandardCharsets.US_ASCII)),
                Arguments.of("a JPEG that is said to be a PNG", PNG, jpeg),
                Arguments.of("a PNG that is said to be a JPEG", JPEG, png),
                Arguments.of("a signature alone", PNG, Arrays.copyOf(png, 8)),
                Arguments.of("a signature and a byte", PNG, Arrays.copyOf(png, 9)),
                Arguments.of("half a PNG", PNG, Arrays.copyOf(png, png.length / 2)),
                Arguments.of("a JPEG's beginning", JPEG, Arrays.copyOf(jpeg, 200)),
                Arguments.of(
                        "a PNG without pixels",
                        PNG,
                        Pictures.pngOf(Pictures.chunk("IHDR", Pictures.header(10, 10, 0)), Pictures.chunk("IEND"))),
                Arguments.of("a PNG without a header", PNG, Pictures.pngOf(Pictures.chunk("IEND"))),
                Arguments.of("a PNG of no size", PNG, Pictures.grayPng(0, 10, 1)),
                Arguments.of("a PNG of negative size", PNG, Pictures.grayPng(-1, -1, 1)),
                Arguments.of("a chunk of negative length", PNG, concat(Arrays.copyOf(png, 8), negativeChunk())),
                Arguments.of("a bomb by its size", PNG, Pictures.grayPng(4097, 4096, 4096)),
                Arguments.of(
                        "the largest bomb by its size", PNG, Pictures.grayPng(Integer.MAX_VALUE, Integer.MAX_VALUE, 0)),
                Arguments.of("a JPEG of many passes", JPEG, Jpegs.ofScans(300, 300, 21)),
                Arguments.of("a JPEG that says it is 65535 wide", JPEG, widened(jpeg)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenOrHostile")
    @Timeout(20)
    void a_broken_or_hostile_picture_is_400_and_never_a_fault(String what, String type, byte[] file) {
        Reply reply = person.put(AVATAR, type, file);
        assertThat(reply.status()).as(what).isEqualTo(400);
        assertThat(reply.at("/code")).isEqualTo("invalid_picture");
    }

    @Test
    @Timeout(20)
    void a_picture_beside_a_text_that_unfolds_to_megabytes_is_taken_without_the_text() throws IOException {
        assertThat(person.put(AVATAR, PNG, Pictures.pngWithBombOfText()).status())
                .isEqualTo(200);
        assertThat(shown(person).getRGB(1, 1)).isEqualTo(Pictures.BLUE);
    }

    @Test
    void a_mebibyte_is_taken_and_no_byte_more() {
        byte[] png = Pictures.png(10, 10);
        byte[] mebibyte = Arrays.copyOf(png, 1024 * 1024);
        assertThat(person.put(AVATAR, PNG, mebibyte).status()).isEqualTo(200);
        Reply over = person.put(AVATAR, PNG, Arrays.copyOf(png, 1024 * 1024 + 1));
        assertThat(over.status()).isEqualTo(413);
    }

    @Test
    void R_CSRF_a_strange_pages_picture_is_refused_with_cookies() {
        Reply reply = server.client()
                .send(
                        "PUT",
                        AVATAR,
                        Pictures.png(1, 1),
                        "Content-Type",
                        PNG,
                        "Cookie",
                        "tenantry_access=" + person.accessToken(),
                        "Sec-Fetch-Site",
                        "cross-site");
        assertThat(reply.status()).isEqualTo(403);
    }

    private static BufferedImage shown(Person of) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture(of).bytes()));
    }

    private static Reply picture(Person of) {
        return of.get(path(of));
    }

    private static String path(Person of) {
        return "/api/v1/users/" + id(of) + "/avatar";
    }

    private static String id(Person of) {
        return of.me().at("/id");
    }

    private static byte[] negativeChunk() {
        return new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xF0, 'I', 'H', 'D', 'R', 0, 0, 0, 0};
    }

    /** The width stands 7 bytes behind the beginning of the frame (ITU-T T.81, B.2.2). */
    private static byte[] widened(byte[] jpeg) {
        byte[] wide = jpeg.clone();
        for (int at = 0; at < wide.length - 9; at++) {
            if (wide[at] == (byte) 0xFF && wide[at + 1] == (byte) 0xC0) {
                wide[at + 7] = (byte) 0xFF;
                wide[at + 8] = (byte) 0xFF;
                return wide;
            }
        }
        throw new AssertionError("no frame");
    }

    private static byte[] concat(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }
}
