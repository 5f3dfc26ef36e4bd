using System.Text.RegularExpressions;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>What a client says that is wanted: the last sentence that says which of small and large it should be.</summary>
internal sealed partial class GoalTalk
{
    private bool? _isSmall;

    /// <summary>The sentence; null where none says it.</summary>
    public string? Sentence { get; private set; }

    /// <summary>Whether a sentence says that something is to be small or large, and not only that something is to be good.</summary>
    public static bool IsStrong(string sentence) => IsSmall(sentence) is not null;

    /// <summary>Whether a sentence says in any way what is wanted.</summary>
    public static bool IsGoal(string sentence) => NoteReader.SaysGoal(sentence) || IsStrong(sentence);

    /// <summary>Takes in a sentence of the client.</summary>
    public void Hear(string sentence)
    {
        // What is said later in other words counts where it says something else: small instead of large.
        if (IsSmall(sentence) is not { } isSmall || isSmall == _isSmall || Denies().IsMatch(sentence)) return;
        (Sentence, _isSmall) = (sentence, isSmall);
    }

    /// <summary>Whether the first thing that a sentence wants is to be small; null where it wants nothing.</summary>
    private static bool? IsSmall(string sentence)
    {
        var (small, large) = (Small().Match(sentence), Large().Match(sentence));
        if (!small.Success) return large.Success ? false : null;
        return !large.Success || small.Index <= large.Index;
    }

    [GeneratedRegex(
        @"\bminimi[sz]\w*|\b(lowest|cheapest|smallest|fewest|shortest|quickest|fastest|minimal)\b(?! \d)|(?<!\bat )\bleast\b"
        + @"|\bas (few|little|low|small|cheap|short|quick|fast)\w* .*\bpossible\b|\bmost (cost[- ](effective|efficient)|economical|affordable)\b"
        + @"|\breduc(e|ing) (the|my|our|total|overall) \w+",
        RegexOptions.IgnoreCase)]
    private static partial Regex Small();

    [GeneratedRegex(
        @"\bmaximi[sz]\w*|\b(highest|largest|greatest|biggest|maximal)\b(?! \d)"
        + @"|\bmaximum (\w+ )?(profit|revenue|return|income|yield|earnings|exposure|reach)\b"
        + @"|\bas (much|many|high|large|great) .*\bpossible\b|\bmost (profitable|profit|revenue|money|lucrative)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Large();

    [GeneratedRegex(@"\b(not|n't|no|never)\b.{0,40}\b(minimi|maximi|least|most|lowest|highest)", RegexOptions.IgnoreCase)]
    private static partial Regex Denies();
}
