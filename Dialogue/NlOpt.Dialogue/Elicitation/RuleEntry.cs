using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NlOpt.Formulation;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>Enters rules into the notebook, each with what it says of the amounts that things take, in the place of others or new.</summary>
internal sealed partial class RuleEntry(Notebook book)
{
    /// <summary>Reads answers about the things of the notebook.</summary>
    public AmountAnswers Amounts => new(book.Names);

    /// <summary>All things.</summary>
    public ImmutableArray<int> All => [.. Enumerable.Range(0, book.Names.Length)];

    /// <summary>Whether words limit something.</summary>
    public static bool SaysLimit(string text) => LimitWords().IsMatch(text);

    /// <summary>Whether two texts hold an equal number.</summary>
    public static bool SharesNumber(string one, string other)
    {
        var values = NoteReader.Numbers(one).Select(number => number.Value).ToHashSet();
        return NoteReader.Numbers(other).Any(number => values.Contains(number.Value));
    }

    /// <summary>A phrase without its article and full stop.</summary>
    public static string Bare(string text) => Article().Replace(text.Trim().TrimEnd('.', '!'), "");

    /// <summary>What each thing adds to the goal.</summary>
    public Note WorthOf(ImmutableArray<(int Name, SpokenNumber Number)> assigned, string text, int turn)
    {
        var goal = book.Formulation is { } formulation ? Bare(PlainSentence.ObjectiveName(formulation.Objective)) : "worth";
        return Amounts.Worth(text, assigned, goal) with { Turn = turn };
    }

    /// <summary>Adds the rules of a message.</summary>
    public void Add(string text, int turn)
    {
        foreach (var (rule, needs) in Split(text))
        {
            book.Add(rule, turn, NoteKind.Rule);
            if (needs is not null) AddNeeds(book.Notes[^1], needs, turn);
        }
    }

    /// <summary>Puts what was said now in the place of a note, made a whole sentence as that was.</summary>
    public void Replace(Note old, string text, int turn)
    {
        var assigned = IsRule(text) ? null : Amounts.Assign(text, All);
        if (old.Kind == NoteKind.Worth)
        {
            book.ReplaceKind(assigned is { } worth ? WorthOf(worth, text, turn) : new Note(text, turn, NoteKind.Worth, 0));
            return;
        }

        if (assigned is not null && RuleOf(old) is { } rule && Needs.Measured(rule, book.Names) is not null)
        {
            AddNeeds(rule, text, turn);
            return;
        }

        var parts = Split(text).ToList();
        if (old.Kind == NoteKind.Rule && parts is [(_, null)] && NoteReader.Numbers(text).Length == 1)
        {
            book.Reword(old, text, turn);
            return;
        }

        book.ReplaceGroup(old, parts[0].Rule, turn);
        if (parts[0].Needs is { } needs) AddNeeds(book.Notes.First(note => note.Group == old.Group), needs, turn);
        foreach (var part in parts.Skip(1)) Add(part.Rule + (part.Needs is null ? "" : " " + part.Needs), turn);
    }

    /// <summary>Adds what each thing takes to a rule that limits it.</summary>
    public void AddNeeds(Note rule, string needs, int turn)
    {
        if (Needs.Measured(rule, book.Names) is { } need && Amounts.Assign(needs, need.Names) is { } amounts)
            book.AddNeed(rule, Amounts.Need(needs, amounts, need) with { Turn = turn });
    }

    /// <summary>The note that a text says anew; null where there is none.</summary>
    public Note? Earlier(string text)
    {
        if (IsRule(text)) return NoteMatch.Find(book.Notes.Where(note => note.Kind is NoteKind.Rule or NoteKind.Loose), text, book.Names);
        return Measuring(text) ?? NoteMatch.Find(book.Notes.Where(note => note.Kind != NoteKind.Goal), text, book.Names);
    }

    /// <summary>The rule that limits what a text measures: its words behind numbers are those of the limit.</summary>
    private Note? Measuring(string text)
    {
        var measures = NoteReader.Numbers(text).Select(number => NoteReader.Stems(MeasureWords.After(text, number.Evidence.End)))
            .Where(stems => !stems.IsEmpty).ToList();
        if (measures.Count == 0) return null;
        return book.Notes.FirstOrDefault(note => note.Kind == NoteKind.Rule && Needs.Measured(note, book.Names) is { Measure.Length: > 0 } need
            && NoteReader.Stems(need.Measure) is var own && measures.TrueForAll(stems => stems.SequenceEqual(own)));
    }

    private Note? RuleOf(Note note) => book.Notes.FirstOrDefault(other => other.Group == note.Group && other.Kind == NoteKind.Rule);

    /// <summary>Whether a text states a limit rather than amounts.</summary>
    private bool IsRule(string text) => SaysLimit(text) || Split(text).Any(part => part.Needs is not null);

    /// <summary>
    /// The rules of a message, each with the sentences behind it that tell one by one what things take of what it limits; null where none do.
    /// </summary>
    private IEnumerable<(string Rule, string? Needs)> Split(string text)
    {
        var parts = new List<(string Rule, string? Needs)>();
        foreach (var sentence in Replies.Sentences(text))
        {
            if (parts.Count == 0) parts.Add((sentence, null));
            else if (parts[^1] is (var rule, null)
                && !SaysLimit(sentence)
                && Needs.Measured(new Note(rule, 0, NoteKind.Rule, 0), book.Names) is not null
                && Amounts.Assign(sentence, All) is not null)
                parts[^1] = (rule, sentence);
            else if (GoesOn(sentence, parts[^1].Needs is not null)) parts[^1] = (parts[^1].Rule + " " + sentence, parts[^1].Needs);
            else parts.Add((sentence, null));
        }

        return parts;
    }

    /// <summary>Whether a sentence says more of the rule before it: it points back, states no number, or several that limit nothing.</summary>
    private static bool GoesOn(string sentence, bool hasNeeds)
    {
        var numbers = NoteReader.Numbers(sentence).Length;
        return numbers == 0 || Continues().IsMatch(sentence) || (!hasNeeds && numbers > 1 && !SaysLimit(sentence));
    }

    [GeneratedRegex(
        @"\b(at most|at least|no more than|no less than|no fewer than|not more than|maximum|minimum|up to|limit|limited|exceed|together|in total"
        + @"|altogether|or more|or less|go above|available|ordered|promised|booked|reserved)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex LimitWords();

    [GeneratedRegex(@"^(it|they|this|that|these|those|each|which)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Continues();

    [GeneratedRegex(@"^(?:the|a|an|my|our)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Article();
}
