using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>Takes in what the client says: makes notes of facts, changes notes where they are corrected, sees agreement and passing.</summary>
internal sealed partial class Hearing(Notebook book, NoteReader reader)
{
    private const int MostAsked = 2;

    private static readonly string[] SmallGoals =
    [
        "cost", "expens", "spend", "wast", "time", "pollut", "emission", "wage", "worker", "loss", "risk", "distanc",
    ];

    private readonly Dictionary<string, int> _asked = new(StringComparer.Ordinal);
    private readonly RuleEntry _rules = new(book);
    private readonly Correction _corrections = new(book, reader);
    private readonly HashSet<string> _vocabulary = new(StringComparer.OrdinalIgnoreCase);

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
    public void Settle(string key) => _asked[key] = int.MaxValue;

    /// <summary>Takes in a message.</summary>
    /// <param name="ask">What it answers; null where that is not known.</param>
    /// <param name="message">The message; untrusted.</param>
    /// <param name="turn">Its turn.</param>
    public void Hear(Ask? ask, string message, int turn)
    {
        var raw = message;
        message = Spelling.Mend(message, book.Names.SelectMany(Spelling.WordsOf).ToHashSet(StringComparer.OrdinalIgnoreCase), _vocabulary);
        _vocabulary.UnionWith(Spelling.WordsOf(message));
        var text = Replies.WithoutLead(Replies.Relevant(Replies.WithoutLead(message), book.Names));
        switch (ask)
        {
            case Ask.Things:
                HearThings(message, turn);
                break;
            case Ask.Goal:
                HearGoal(text, turn);
                break;
            case Ask.Worth worth:
                HearAmounts(text, turn, worth.Names, assigned => book.ReplaceKind(_rules.WorthOf(assigned, text, turn)));
                break;
            case Ask.Need need:
                if (RuleEntry.SaysLimit(text) && RuleEntry.SharesNumber(need.Limit.Text, text))
                {
                    // It is no such thing that is shared out: "at most 90 for both together".
                    book.Reword(need.Limit, text, turn);
                    Settle(Keys.Of(need));
                }
                else
                {
                    HearAmounts(
                        text, turn, need.Names, assigned => book.AddNeed(need.Limit, _rules.Amounts.Need(text, assigned, need) with { Turn = turn }));
                }

                break;
            case Ask.Rule when Replies.Ends(message) || Replies.Passes(message):
                IsRuleListClosed = true;
                break;
            case Ask.Doubt doubt:
                HearDoubt(doubt, message, text, turn);
                break;
            case Ask.Confirmation confirmation:
                HearConfirmation(confirmation, raw, message, text, turn);
                break;
            case Ask.Rule when TakesBack().IsMatch(message) && _rules.Earlier(text) is { } old:
                _rules.Replace(old, text, turn);
                break;
            case Ask.Rule when SaysWorth(text):
                AddWorth(text, turn);
                break;
            case Ask.Rule:
                _rules.Add(text, turn);
                break;
            case Ask.Conflict conflict:
                HearConflict(conflict, text, turn);
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
        book.Add($"The {RuleEntry.Bare(text)} should be as {(isSmall ? "small" : "large")} as possible.", turn, NoteKind.Goal);
        IsGoalKnown = true;
    }

    private void HearAmounts(string text, int turn, ImmutableArray<int> asked, Action<ImmutableArray<(int Name, SpokenNumber Number)>> take)
    {
        if (Replies.Passes(text)) return;
        if (RuleEntry.SaysLimit(text) || NoteReader.Numbers(text).IsEmpty)
        {
            // Another question was answered, or what was taken for something shared out is not: "that is for both together".
            AddFacts(text, turn);
            return;
        }

        if (_rules.Amounts.Assign(text, asked) is { } assigned) take(assigned);
        else AddFacts(text, turn);
    }

    private void HearDoubt(Ask.Doubt doubt, string message, string text, int turn)
    {
        if (Replies.Passes(message) || Replies.Agrees(message)) return;
        if (doubt.About is { } about && RuleEntry.SharesNumber(about.Text, text)) _rules.Replace(about, text, turn);
        else if (!Replies.Ends(message)) AddFacts(text, turn);
    }

    /// <summary>The rule that the client stands by replaces both.</summary>
    private void HearConflict(Ask.Conflict conflict, string text, int turn)
    {
        if (LatterOnly().IsMatch(text) || RuleEntry.SharesNumber(conflict.Later.Text, text)) book.RemoveGroup(conflict.Earlier);
        else if (FormerOnly().IsMatch(text) || RuleEntry.SharesNumber(conflict.Earlier.Text, text)) book.RemoveGroup(conflict.Later);
        else if (!Replies.Passes(text)) _rules.Replace(conflict.Later, text, turn);
    }

    private void HearConfirmation(Ask.Confirmation confirmation, string raw, string message, string text, int turn)
    {
        if (Replies.Agrees(message))
        {
            IsAccepted = true;
            return;
        }

        // What was not known when it was asked may be known now.
        foreach (var (key, times) in _asked.ToList())
            if (times < int.MaxValue && Keys.IsNeed(key)) _asked.Remove(key);
        if (_corrections.Rename(raw)) return;
        if (Replies.Removes(message)) _corrections.Remove(confirmation.Formulation, text);
        else _corrections.Correct(confirmation.Formulation, message, text, turn);
    }

    /// <summary>Whether an answer tells what things bring instead of a rule: "a bowl brings 14 dollars".</summary>
    private bool SaysWorth(string text) => Brings().IsMatch(text) && !RuleEntry.SaysLimit(text) && !NoteReader.Places(text, book.Names).IsEmpty
        && NoteReader.Numbers(text) is { IsEmpty: false } numbers && numbers.All(number => number.IsMoney);

    /// <summary>Adds what things bring to what is known of that.</summary>
    private void AddWorth(string text, int turn)
    {
        if (book.Notes.FirstOrDefault(note => note.Kind == NoteKind.Worth) is { } known && $"{known.Text} {text}" is var told
            && _rules.Amounts.Assign(told, _rules.All) is { } amounts) book.ReplaceKind(_rules.WorthOf(amounts, told, turn));
        else AddFacts(text, turn);
    }

    private void AddFacts(string text, int turn)
    {
        if (text.Length == 0) return;
        if (NoteReader.SaysGoal(text)) IsGoalKnown = true;
        book.Add(text, turn, NoteReader.SaysGoal(text) && NoteReader.Numbers(text).IsEmpty ? NoteKind.Goal : NoteKind.Loose);
    }

    [GeneratedRegex(@"\b(changed my mind|actually|i meant|correction|correct that|take that back|wait|rather)\b", RegexOptions.IgnoreCase)]
    private static partial Regex TakesBack();

    [GeneratedRegex(@"\b(brings?|earns?|yields?|makes?|sells?|sold|profit|revenue|margin|worth)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Brings();

    [GeneratedRegex(@"\b(latter|second|last)\b", RegexOptions.IgnoreCase)]
    private static partial Regex LatterOnly();

    [GeneratedRegex(@"\b(former|first)\b", RegexOptions.IgnoreCase)]
    private static partial Regex FormerOnly();
}
