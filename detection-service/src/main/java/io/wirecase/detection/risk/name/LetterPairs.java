package io.wirecase.detection.risk.name;

import java.util.List;

/**
 * How well a label reads as a name that people gave: a likelihood ratio of two models. One is a chain of letter pairs,
 * the other draws every character alike. The pairs were counted over 326,332 words of 6 to 24 characters in the names
 * of packages of two public registries (November 2026), which are coined, shortened and put together as domain names
 * are; half an occurrence is added to each pair.
 */
final class LetterPairs {

    private static final int LETTERS = 26;
    private static final int HEX = 16;
    private static final int ALL = 36;

    /** A digit of any value stands for itself in a tenth of cases; one row and one column for all ten. */
    private static final int DIGIT = LETTERS;

    private static final int START = LETTERS + 1;

    /** Quarters of a bit of surprise, two digits a pair. Rows: the start, letters, digits; columns: what follows. */
    private static final List<String> ROWS = List.of(
            "161915172019192121242319162021122718131625232229292848",
            "292016193025183117342314181331163613151221242628232943",
            "122323241227272713273313252911243615182415323233233736",
            "133124281529321120391415263210243816201420313535263940",
            "121923220919222812272421232714233818182420292932233738",
            "172316181925243125352916181324202909141627232519273240",
            "132924271517283210373213253012253916211817343130184237",
            "152623250827201814353318222016203613192418322935253438",
            "092724250928293213363024232812233120231617322935203838",
            "201814181920193532372515171016193220151428233525362445",
            "102725241230302814282727252913223026092514302532293341",
            "122323220924222411322720222417223521152018282637223437",
            "122722211127283410382715233212224030162019283336213740",
            "092122231028263313373118212812143127202519323233213840",
            "152616151221132916302124262117233628151223233131253340",
            "232217173024203124292315161116173811181619242024313544",
            "133125221330291914402915283216204014211822363337084341",
            "202620252528303020363410243025222720201605302534323739",
            "102619191026233213362223202313223623171720243235203640",
            "182816241228291515372222212617162528160920282635203937",
            "132720261026281612362922243012223814182021312631223439",
            "181820171827223417352815161329173913131233313626332947",
            "112923260630263209363025242816243926222425313534283934",
            "102724241027291811352820261812233718162327353030303740",
            "162316211623242614322919182520143322190922292724183532",
            "161916181821202522282618171620132819131423252328312636",
            "132423250727281814312722232715223226232320312830161639",
            "222420182524262927283026222729193626212228282928363616");

    private static final double QUARTER = 0.25;
    private static final double BITS_OF_TWO = Math.log(2);

    private LetterPairs() {}

    /**
     * How many bits more a label surprises as a name than as random characters; above 0 it reads as random.
     *
     * @param label lower-case ASCII letters and digits alone
     */
    static double strangeness(String label) {
        int row = START;
        int quarters = 0;
        boolean digits = false;
        boolean hex = true;
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            int column = digit ? DIGIT : c - 'a';
            quarters += surprise(row, column);
            digits |= digit;
            hex &= digit || c <= 'f';
            row = column;
        }
        int alphabet = !digits ? LETTERS : hex ? HEX : ALL;
        return quarters * QUARTER - label.length() * Math.log(alphabet) / BITS_OF_TWO;
    }

    private static int surprise(int row, int column) {
        String values = ROWS.get(row == START ? 0 : row + 1);
        return (values.charAt(2 * column) - '0') * 10 + values.charAt(2 * column + 1) - '0';
    }
}
