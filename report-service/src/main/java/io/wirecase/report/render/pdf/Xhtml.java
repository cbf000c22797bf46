package io.wirecase.report.render.pdf;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads markup of ours; it may define nothing and include nothing. */
final class Xhtml {

    private Xhtml() {}

    /** @throws IllegalStateException when the markup is not well formed, which is a fault of the page's writer */
    static Document parse(String markup) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(markup)));
            describePictures(document);
            return document;
        } catch (ParserConfigurationException | SAXException fault) {
            throw new IllegalStateException("the page is not well formed", fault);
        } catch (IOException memoryIsNoDisk) {
            throw new UncheckedIOException(memoryIsNoDisk);
        }
    }

    /** The layout takes what a picture shows from an attribute that SVG does not have. */
    private static void describePictures(Document document) {
        NodeList pictures = document.getElementsByTagName("svg");
        for (int i = 0; i < pictures.getLength(); i++) {
            Element picture = (Element) pictures.item(i);
            picture.setAttribute(
                    "alt", picture.getElementsByTagName("desc").item(0).getTextContent());
        }
    }
}
