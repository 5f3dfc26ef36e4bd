using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NlOpt.Formulation;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>Takes in what the client says: makes notes of facts, changes notes where they are corrected, sees agreement and passing.</summary>
internal sealed partial class Hearing(Notebook book, NoteReader reader)
{
    private const int MostAsked = 2;

    private static readonly string[] SmallGoals = ["cost", "expens", "spend", "wast", "time", "pollut", "emission", "wage", "worker", "loss", "risk", "distanc"];

    private readonly Dictionary<string, int> _asked = new(StringComparer.Ordinal);

    /// <summary>Whether it is known what is wanted.</summary>
    public bool IsGoalKnown { get; private set; }

    /// <summary>Whether what is wanted is to have many or few of the things themselves.</summary>
    public bool IsGoalACount { get; private set; }

    /// <summary>Whether the client said that there are no more rules.</summary>
    public bool IsRuleListClosed { get; private set; }

    /// <summary>Whether the last summary was accepted.</summary>
    public bool IsAccepted { get; private set; }

    /// <summary>Remembers that something was asked.</summary>
    public void NoteAsked(string key) => _asked[key] = _asked.GetValueOrDefault(key) + 1;

    /// <summary>Whether something may be asked again.</summary>
    public bool MayAsk(string key) => _asked.GetValueOrDefault(key) < MostAsked;

    /// <summary>Nothing more is to be asked about it.</summary>
    public void Settle(string key) => _asked[key] = MostAsked;

    /// <summary>Takes in a message.</summary>
    /// <param name="ask">What it answers; null where that is not known.</param>
    /// <param name="message">The message; untrusted.</param>
    /// <param name="turn">Its turn.</param>
    public void Hear(Ask? ask, string message, int turn)
    {
        var text = Replies.WithoutLead(message);
        switch (ask)
        {
            case Ask.Things:
                HearThings(message, turn);
                break;
            case Ask.Goal:
                HearGoal(text, turn);
                break;
            case Ask.Worth worth:
                HearAmounts(text, turn, worth.Names, assigned => book.ReplaceKind(WorthOf(assigned, text, turn)));
                break;
            case Ask.Need need:
                if (SaysLimit().IsMatch(text) && SharesNumber(need.Limit.Text, text))
                {
                    // It is no such thing that is shared out: "at most 90 for both together".
                    book.Reword(need.Limit, text, turn);
                    Settle(Keys.Of(need));
                }
                else HearAmounts(text, turn, need.Names, assigned => book.AddNeed(need.Limit, Amounts.Need(text, assigned, need) with { Turn = turn }));
                break;
            case Ask.Rule when Replies.Ends(message) || Replies.Passes(message):
                IsRuleListClosed = true;
                break;
            case Ask.Doubt doubt:
                HearDoubt(doubt, message, text, turn);
                break;
            case Ask.Confirmation confirmation:
                HearConfirmation(confirmation, message, text, turn);
                break;
            case Ask.Rule:
                AddRule(text, turn);
                break;
            default:
                AddFacts(text, turn);
                break;
        }
    }

    private void HearThings(string message, int turn)
    {
        var names = ThingNames.Find(message, reader);
        if (names.Length > 0) book.SetNames(names);
        var isFact = NoteReader.Numbers(message).Any(number => !NoteReader.Places(message, names)
            .Any(place => place.Evidence.Start <= number.Evidence.Start && number.Evidence.End <= place.Evidence.End));
        if (isFact || NoteReader.SaysGoal(message)) AddFacts(Replies.WithoutLead(message), turn);
    }

    private void HearGoal(string text, int turn)
    {
        if (Replies.Passes(text)) return;
        if (NoteReader.SaysGoal(text))
        {
            book.Add(text, turn, NoteKind.Goal);
            IsGoalKnown = true;
            IsGoalACount = NoteReader.Places(text, book.Names).Length >= book.Names.Length;
            return;
        }

        var stems = NoteReader.Stems(text);
        if (stems.IsEmpty) return;
        var isSmall = stems.Any(stem => SmallGoals.Any(small => stem.StartsWith(small, StringComparison.Ordinal)));
        book.Add($"The {Bare(text)} should be as {(isSmall ? "small" : "large")} as possible.", turn, NoteKind.Goal);
        IsGoalKnown = true;
    }

    private void HearAmounts(string text, int turn, ImmutableArray<int> asked, Action<ImmutableArray<(int Name, SpokenNumber Number)>> take)
    {
        if (Replies.Passes(text)) return;
        if (SaysLimit().IsMatch(text) || NoteReader.Numbers(text).IsEmpty)
        {
            // Another question was answered, or what was taken for something shared out is not: "that is for both together".
            AddFacts(text, turn);
            return;
        }

        if (Amounts.Assign(text, asked) is { } assigned) take(assigned);
        else AddFacts(text, turn);
    }

    private AmountAnswers Amounts => new(book.Names);

    private Note WorthOf(ImmutableArray<(int Name, SpokenNumber Number)> assigned, string text, int turn)
    {
        var goal = book.Formulation is { } formulation ? Bare(PlainSentence.ObjectiveName(formulation.Objective)) : "worth";
        return Amounts.Worth(text, assigned, goal) with { Turn = turn };
    }

    private void HearDoubt(Ask.Doubt doubt, string message, string text, int turn)
    {
        if (Replies.Passes(message) || Replies.Agrees(message)) return;
        if (doubt.About is { } about && SharesNumber(about.Text, text)) Replace(about, text, turn);
        else if (!Replies.Ends(message)) AddFacts(text, turn);
    }

    private void HearConfirmation(Ask.Confirmation confirmation, string message, string text, int turn)
    {
        if (Replies.Agrees(message))
        {
            IsAccepted = true;
            return;
        }

        if (Replies.Removes(message)) Remove(confirmation.Formulation, text);
        else Correct(confirmation.Formulation, message, text, turn);
    }

    private void Remove(ProblemFormulation formulation, string text)
    {
        var said = formulation.Statements.Select((statement, index) => new Note(PlainSentence.Of(statement, formulation), index, NoteKind.Rule, index)).ToList();
        if (NoteMatch.Find(said, text, book.Names) is { } match) book.Reject(formulation.Statements[match.Turn]);
    }

    private void Correct(ProblemFormulation formulation, string message, string text, int turn)
    {
        if (Decides().IsMatch(text) && ThingNames.Find(text, reader) is { Length: > 0 } names)
        {
            book.SetNames(names);
            return;
        }

        if (Instead().Match(text) is { Success: true } instead && ReplaceNumber(text, instead.Index, turn)) return;
        if (NoteReader.SaysGoal(text) && NoteReader.Numbers(text).IsEmpty) book.ReplaceKind(new Note(text, turn, NoteKind.Goal, 0));
        else if (!SaysLimit().IsMatch(text) && Needs.SpeaksOfGoal(text, formulation) && Amounts.Assign(text, [.. Enumerable.Range(0, book.Names.Length)]) is { } worth)
            book.ReplaceKind(WorthOf(worth, text, turn));
        else if (Leaving().IsMatch(message)) AddRule(text, turn);
        else if (NoteMatch.Find(book.Notes.Where(note => MayCorrect(note, text)), text, book.Names) is { } old)
        {
            book.Reject(old, formulation);
            Replace(old, text, turn);
        }
        else AddRule(text, turn);
    }

    /// <summary>A limit corrects rules only.</summary>
    private static bool MayCorrect(Note note, string text) =>
        SaysLimit().IsMatch(text) ? note.Kind is NoteKind.Rule or NoteKind.Loose : note.Kind != NoteKind.Goal;

    /// <summary>Puts what was said now in the place of a note, made a whole sentence as that was.</summary>
    private void Replace(Note old, string text, int turn)
    {
        var assigned = SaysLimit().IsMatch(text) ? null : Amounts.Assign(text, [.. Enumerable.Range(0, book.Names.Length)]);
        if (old.Kind == NoteKind.Worth) book.ReplaceKind(assigned is { } worth ? WorthOf(worth, text, turn) : new Note(text, turn, NoteKind.Worth, 0));
        else if (assigned is { } amounts && RuleOf(old) is { } rule && Needs.Measured(rule, book.Names) is { } need)
            book.AddNeed(rule, Amounts.Need(text, amounts, need) with { Turn = turn });
        else if (old.Kind == NoteKind.Rule && NoteReader.Numbers(text).Length == 1) book.Reword(old, text, turn);
        else book.ReplaceGroup(old, text, turn);
    }

    private Note? RuleOf(Note note) => book.Notes.FirstOrDefault(other => other.Group == note.Group && other.Kind == NoteKind.Rule);

    private void AddRule(string text, int turn)
    {
        if (text.Length > 0) book.Add(text, turn, NoteKind.Rule);
    }

    /// <summary>"40 chairs, not 14": the note with the wrong number gets the right one.</summary>
    private bool ReplaceNumber(string text, int from, int turn)
    {
        var numbers = NoteReader.Numbers(text);
        var (right, wrong) = (numbers.LastOrDefault(number => number.Evidence.End <= from), numbers.FirstOrDefault(number => number.Evidence.Start >= from));
        if (right.Evidence == wrong.Evidence || numbers.Length < 2) return false;
        var holding = book.Notes.Where(note => NoteReader.Numbers(note.Text).Any(number => number.Value == wrong.Value)).ToList();
        var note = holding.Count == 1 ? holding[0] : NoteMatch.Find(holding, text[..from], book.Names);
        if (note is null) return false;
        var place = NoteReader.Numbers(note.Text).First(number => number.Value == wrong.Value).Evidence;
        book.Reword(note, note.Text[..place.Start] + text[right.Evidence.Start..right.Evidence.End] + note.Text[place.End..], turn);
        return true;
    }

    private void AddFacts(string text, int turn)
    {
        if (text.Length == 0) return;
        if (NoteReader.SaysGoal(text)) IsGoalKnown = true;
        book.Add(text, turn, NoteReader.SaysGoal(text) && NoteReader.Numbers(text).IsEmpty ? NoteKind.Goal : NoteKind.Loose);
    }

    private static bool SharesNumber(string one, string other)
    {
        var values = NoteReader.Numbers(one).Select(number => number.Value).ToHashSet();
        return NoteReader.Numbers(other).Any(number => values.Contains(number.Value));
    }

    private static string Bare(string text) => Article().Replace(text.Trim().TrimEnd('.', '!'), "");

    [GeneratedRegex(@"\b(at most|at least|no more than|no less than|no fewer than|not more than|maximum|minimum|up to|limit|exceed|together|in total|altogether)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SaysLimit();

    [GeneratedRegex(@"\b(decide|choose)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Decides();

    [GeneratedRegex(@"\b(,? ?not|instead of|rather than)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Instead();

    [GeneratedRegex(@"\b(left out|forgot|missing|missed|also|another|one more)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Leaving();

    [GeneratedRegex(@"^(?:the|a|an|my|our)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Article();
}
