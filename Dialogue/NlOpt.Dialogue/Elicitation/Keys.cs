namespace NlOpt.Dialogue.Elicitation;

/// <summary>Names of what can be asked, to count how often it was.</summary>
internal static class Keys
{
    public const string Things = "things";

    public const string Goal = "goal";

    public const string Worth = "worth";

    private const string Need = "need: ";

    public static string Of(Ask.Need need) => Need + need.Limit.Group;

    public static bool IsNeed(string key) => key.StartsWith(Need, StringComparison.Ordinal);

    public static string Of(Ask.Conflict conflict) => $"conflict: {conflict.Earlier.Group} {conflict.Later.Group}";

    public static string Of(Ask.Doubt doubt) => doubt.About is { } about ? $"doubt: {about.Group}" : "doubt: " + doubt.Question.Text;
}
