using System.Globalization;
using System.Text.RegularExpressions;
using NlOpt.Dialogue.Conversation;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>
/// Makes one text of what a client said to another agent: the sentences that hold facts, each once. Talk, thanks and "there is no limit on ..."
/// are left out, since a reader would look for facts in them.
/// </summary>
public static partial class ConversationText
{
    private const string Goal = "goal";

    /// <summary>The text of a conversation; a last summary, where there is one, stands for all that was said before it.</summary>
    /// <param name="turns">The turns; summaries are told by their kind.</param>
    public static string Of(IReadOnlyList<Turn> turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        var last = turns.ToList().FindLastIndex(turn => turn.Kind == TurnKind.Summary);
        var kept = new List<string>();
        var said = new HashSet<string>(StringComparer.Ordinal);
        if (last >= 0) kept.Add(turns[last].Text);
        foreach (var turn in turns.Skip(last + 1).Where(turn => turn.Speaker == Speaker.Client))
        {
            foreach (var sentence in Replies.Sentences(Replies.WithoutLead(turn.Text)))
            {
                var numbers = Numbers(sentence);
                var isFact = numbers.Count > 0 || NoteReader.SaysGoal(sentence) || (kept.Count == 0 && sentence.Length > 0);
                // "If I only made chairs, I would need 3" tries something out.
                if (!isFact || Supposes().IsMatch(sentence) || (numbers.Count > 0 && numbers.TrueForAll(said.Contains))) continue;
                if (numbers.Count == 0 && said.Contains(Goal) && NoteReader.SaysGoal(sentence)) continue;
                said.UnionWith(numbers);
                if (NoteReader.SaysGoal(sentence)) said.Add(Goal);
                kept.Add(sentence.TrimEnd() is var text && text[^1] is '.' or '?' or '!' ? text : text + ".");
            }
        }

        return string.Join('\n', kept);
    }

    /// <summary>The numbers of a sentence with the word behind each, by which they are known when they are said again.</summary>
    private static List<string> Numbers(string sentence) => [.. NoteReader.Numbers(sentence)
        .Where(number => !sentence[number.Evidence.Start..number.Evidence.End].Equals("one", StringComparison.OrdinalIgnoreCase))
        .Select(number =>
            number.Value.ToString("g9", CultureInfo.InvariantCulture) + " " + MeasureWords.UnitAfter(sentence, number.Evidence.End))];

    [GeneratedRegex(
        @"^(if i|if we|for example|for instance|suppose|say)\b.*\b(would|could|might)\b|\bwould (be|cost|need|get)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Supposes();
}
