using System.Text.RegularExpressions;

namespace NlOpt.Dialogue.Simulation.Users;

/// <summary>What a question seems to be about, by its words; any agent's questions are understood alike.</summary>
internal static partial class QuestionIntent
{
    /// <summary>It asks for the things to decide on.</summary>
    public static bool AsksThings(string question) => Things().IsMatch(question);

    /// <summary>It asks what is wanted.</summary>
    public static bool AsksGoal(string question) => Goal().IsMatch(question);

    /// <summary>It asks for a limit or rule, or whether there are more.</summary>
    public static bool AsksRule(string question) => Rule().IsMatch(question);

    /// <summary>It asks how much each thing takes, gives or brings.</summary>
    public static bool AsksAmounts(string question) => Amounts().IsMatch(question);

    [GeneratedRegex(
        @"\b(which things|list the things|what (things )?do you (want|have|need) to (decide|choose)|best amounts of|amounts you want to choose)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Things();

    [GeneratedRegex(
        @"\b(your (main )?goal|your aim|what (are you|you are) trying to achieve|as large, or as small|as large as possible, or)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Goal();

    [GeneratedRegex(
        @"\b(another|other|any|what|first) (\w+ ){0,3}(limits?|rules?|restrictions?|requirements?|limitations?)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Rule();

    [GeneratedRegex(@"\bhow (much|many)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Amounts();
}
