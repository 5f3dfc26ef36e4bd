using System.Globalization;

namespace NlOpt.Pipeline.Tests.Agents;

/// <summary>A transport problem told with a table, and the replies of a model that understands it.</summary>
internal static class TransportTexts
{
    /// <summary>30 from the mill to the harbour, 10 to the village, 20 from the quarry to the village.</summary>
    public const double LeastCost = 30 * 4 + 10 * 7 + 20 * 3;

    private static readonly (string From, string To, int Cost)[] Routes =
        [("Mill", "Harbour", 4), ("Mill", "Village", 7), ("Quarry", "Harbour", 6), ("Quarry", "Village", 3)];

    public static (string Text, ScriptedChatClient Client) Make()
    {
        const string Text = """
            Sand is brought from a mill and a quarry to a harbour and a village. Cost per ton:

            | from   | Harbour | Village |
            |--------|---------|---------|
            | Mill   | 4       | 7       |
            | Quarry | 6       | 3       |

            The mill has 50 tons and the quarry has 20 tons. The harbour needs 30 tons and the village needs 30 tons.
            The trucks should be loaded as even as possible. Which tons go where at least cost?
            """;
        var client = new ScriptedChatClient()
            .On("variables", $$"""{"variables":[{{string.Join(',', Routes.Select(route =>
                $$"""{"name":"{{Name(route)}}","quotes":["{{route.From}}","{{route.To}}"],"unit":"tons","whole":false}"""))}}],"reason":null}""")
            .On("parts", """
                {"parts":[
                {"template":"objective","quotes":["Which tons go where at least cost","Cost per ton"],"subject":"all routes"},
                {"template":"sum-upper-bound","quotes":["The mill has 50 tons"],"subject":null},
                {"template":"sum-upper-bound","quotes":["the quarry has 20 tons"],"subject":null},
                {"template":"sum-lower-bound","quotes":["The harbour needs 30 tons"],"subject":null},
                {"template":"sum-lower-bound","quotes":["the village needs 30 tons"],"subject":null}],
                "unsupported":[{"quote":"The trucks should be loaded as even as possible","reason":"evenness is no linear rule over these amounts"}]}
                """)
            .On("objective", $$"""
                {"sense":"minimize","class":"cost","name":"cost","unit":null,"terms":[{{string.Join(',', Routes.Select(route =>
                    $$"""{"variable":"{{Name(route)}}","coefficient":{"value":{{route.Cost.ToString(CultureInfo.InvariantCulture)}},"quote":"{{RowQuote(route)}}"},"deduction":null}"""))}}],
                "fixedCharges":[],"constant":null}
                """)
            .On("amounts", Limit("at-most", "50", "The mill has 50 tons", "Mill"), Limit("at-most", "20", "quarry has 20 tons", "Quarry"),
                Limit("at-least", "30", "harbour needs 30 tons", "Harbour"), Limit("at-least", "30", "village needs 30 tons", "Village"));
        return (Text, client);
    }

    private static string Name((string From, string To, int Cost) route) => $"{route.From} to {route.To}";

    /// <summary>The row of the table that holds the number: a cell alone would say it in many places.</summary>
    private static string RowQuote((string From, string To, int Cost) route) =>
        route.From == "Mill" ? "| Mill   | 4       | 7       |" : "| Quarry | 6       | 3       |";

    private static string Limit(string kind, string value, string quote, string end) => $$"""
        {"terms":[{{string.Join(',', Routes.Where(route => route.From == end || route.To == end).Select(route =>
            $$"""{"variable":"{{Name(route)}}","coefficient":{"value":1,"quote":null},"deduction":null}"""))}}],
         "limit":{"kind":"{{kind}}","value":{"value":{{value}},"quote":"{{quote}}"},"high":null},"unit":"tons","fixedCharges":[]}
        """;
}
