namespace NlOpt.Pipeline.Tests.Agents;

/// <summary>Problems in our own words, with the replies of a model that understands them.</summary>
internal static class AgentTexts
{
    public const string Joinery =
        "A joinery makes stools and benches. A stool takes 2 hours of work and a bench takes 5 hours. There are 80 hours of work. "
        + "At least 4 benches are ordered. A stool earns $15 and a bench $40. How many of each make the profit largest?";

    public const string JoineryVariables = """
        {"variables":[{"name":"stools","quotes":["stools","stool"],"unit":null,"whole":true},{"name":"benches","quotes":["benches","bench"],"unit":null,"whole":true}],"reason":null}
        """;

    public const string JoineryParts = """
        {"parts":[
          {"template":"weighted-sum-upper-bound","quotes":["There are 80 hours of work","A stool takes 2 hours of work and a bench takes 5 hours"],"subject":"hours"},
          {"template":"lower-bound","quotes":["At least 4 benches are ordered"],"subject":null},
          {"template":"objective","quotes":["How many of each make the profit largest","A stool earns $15 and a bench $40"],"subject":null}],
         "unsupported":[]}
        """;

    public const string JoineryObjective = """
        {"sense":"maximize","class":"profit","name":"profit","unit":"$","terms":[
          {"variable":"stools","coefficient":{"value":15,"quote":"$15"},"deduction":null},
          {"variable":"benches","coefficient":{"value":40,"quote":"$40"},"deduction":null}],"fixedCharges":[],"constant":null}
        """;

    public const string JoineryHours = """
        {"terms":[
          {"variable":"stools","coefficient":{"value":2,"quote":"2 hours"},"deduction":null},
          {"variable":"benches","coefficient":{"value":5,"quote":"5 hours"},"deduction":null}],
         "limit":{"kind":"at-most","value":{"value":80,"quote":"80 hours"},"high":null},"unit":"hours","fixedCharges":[]}
        """;

    public const string JoineryOrder = """
        {"terms":[{"variable":"benches","coefficient":{"value":1,"quote":null},"deduction":null}],
         "limit":{"kind":"at-least","value":{"value":4,"quote":"4 benches"},"high":null},"unit":null,"fixedCharges":[]}
        """;

    /// <summary>A client that reads the joinery without an error.</summary>
    public static ScriptedChatClient ReadJoinery() => new ScriptedChatClient().On("variables", JoineryVariables).On("parts", JoineryParts)
        .On("objective", JoineryObjective).On("amounts", JoineryHours, JoineryOrder);
}
