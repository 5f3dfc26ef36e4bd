namespace NlOpt.Datasets.Tests.Fixtures;

/// <summary>Problems in our own words, in both published shapes.</summary>
internal static class Samples
{
    public const string Text = "A florist ties roses and tulip bunches. Each rose bunch earns $4 and each tulip bunch earns $3. At least 20% must be tulips.";

    public const string Flat = $$$"""
        {"doc_id":"f1","document":"{{{Text}}}","order_mapping":{"roses":0,"rose bunch":0,"tulip bunches":1,"tulips":1},"obj_declaration":{"type":"objective","direction":"maximize","name":"earnings","terms":{"rose bunch":"4","tulips":3}},"const_declarations":[{"type":"ratio","direction":"at least","limit":"20%","var":"tulips","operator":"GREATER_OR_EQUAL"},{"type":"linear","direction":"at most","limit":"90","terms":{"roses":"2","tulips":"1"},"operator":"LESS_OR_EQUAL"},{"type":"sum","direction":"at most","limit":"9","operator":"LESS_OR_EQUAL"},{"type":"lowerbound","direction":"at least","limit":"1","var":"roses","operator":"GREATER_OR_EQUAL"},{"type":"upperbound","direction":"at most","limit":"7","var":"roses","operator":"LESS_OR_EQUAL"},{"type":"xby","direction":"at most","param":"twice","x_var":"roses","y_var":"tulips","operator":"LESS_OR_EQUAL"},{"type":"xy","direction":"exceed","x_var":"roses","y_var":"tulips","operator":"GREATER_OR_EQUAL"}]}
        """;

    public const string Keyed = $$$"""
        {"k1":{"document":"{{{Text}}}","order_mapping":{"roses":0,"tulips":1},"obj_declaration":{"type":"objvar","direction":"minimal","name":"bunches","vars":["roses","tulips"]},"const_declarations":[],"spans":[{"start":15,"end":20,"label":"VAR","text":"roses"}]}}
        """;

    public const string Entities =
        "-DOCSTART-\t_\t_\tO\n\nA\t_\t_\tO\nflorist\t_\t_\tO\nties\t_\t_\tO\nroses\t_\t_\tB-VAR\nand\t_\t_\tO\ntulip\t_\t_\tB-VAR\nbunches\t_\t_\tI-VAR\n.\t_\t_\tO\n" +
        "Each\t_\t_\tO\nrose\t_\t_\tB-VAR\nbunch\t_\t_\tI-VAR\nearns\t_\t_\tO\n$\t_\t_\tO\n4\t_\t_\tB-PARAM\nand\t_\t_\tO\neach\t_\t_\tO\ntulip\t_\t_\tB-VAR\nbunch\t_\t_\tI-VAR\n" +
        "earns\t_\t_\tO\n$\t_\t_\tO\n3\t_\t_\tB-PARAM\n.\t_\t_\tO\nAt\t_\t_\tB-CONST_DIR\nleast\t_\t_\tI-CONST_DIR\n20\t_\t_\tB-LIMIT\n%\t_\t_\tI-LIMIT\n" +
        "must\t_\t_\tI-VAR\nbe\t_\t_\tO\ntulips.\t_\t_\tB-VAR\n";
}
