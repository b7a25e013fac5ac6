package io.tenantry.http.api.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class QrSvgTest {
    private static final String TEXT = "otpauth://totp/accounts.example:ada%40example.com?secret=GEZDGNBV&issuer=a";

    @Test
    void it_is_a_drawing_of_two_paths_and_nothing_else() throws Exception {
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(QrSvg.of(TEXT))));
        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg.getElementsByTagName("*").getLength()).isEqualTo(3);
        assertThat(svg.getElementsByTagName("path").getLength()).isEqualTo(2);
    }

    @Test
    void each_dark_module_is_a_square_behind_a_margin_of_four() throws Exception {
        QrCode code = QrCode.encodeText(TEXT, QrCode.Ecc.MEDIUM);
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(QrSvg.of(TEXT))));
        Element dark = (Element) svg.getElementsByTagName("path").item(1);
        String squares = dark.getAttribute("d");
        int side = code.size + 8;
        assertThat(svg.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 " + side + " " + side);
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                boolean drawn = squares.contains("M" + (x + 4) + " " + (y + 4) + "h1v1h-1z");
                assertThat(drawn).isEqualTo(code.getModule(x, y));
            }
        }
    }
}
