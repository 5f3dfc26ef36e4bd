using System.Text.RegularExpressions;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>Gathers the sentences of a conversation that hold facts, each once, and what is wanted.</summary>
internal sealed partial class FactGathering
{
    private const double LeastAlike = 0.3;

    private readonly List<SaidFact> _kept = [];
    private readonly GoalTalk _goal = new();
    private bool _hasSummary;

    /// <summary>Takes the lines of a summary as they stand.</summary>
    public void TakeSummary(string summary)
    {
        _hasSummary = true;
        var lines = summary.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line));
        _kept.AddRange(lines.Select(line => new SaidFact(SpokenForms.Plain(line.Trim()))));
    }

    /// <summary>Takes from a sentence of the client only what it wants.</summary>
    public void HearGoal(string sentence) => _goal.Hear(sentence);

    /// <summary>Takes a sentence of the client, where it says something new.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="isCorrection">Whether it stands in a message that puts right what was said or understood before.</param>
    public void Hear(string sentence, bool isCorrection)
    {
        HearGoal(sentence);
        if (isCorrection) foreach (var denial in Denial.Of(sentence)) Strike(denial);
        sentence = Denial.Without(sentence);
        if (VoidTalk.Retracts(sentence))
        {
            TakeBack(new SaidFact(sentence));
            return;
        }

        if (Instead().Match(sentence) is { Success: true } instead && Mend(sentence, instead.Index)) return;
        sentence = SpokenForms.Plain(VoidTalk.Without(sentence)).TrimEnd();
        if (sentence.Length == 0 || Supposes().IsMatch(sentence)) return;
        var fact = new SaidFact(sentence[^1] is '.' or '?' or '!' ? sentence : sentence + ".");
        if (fact.Numbers.IsEmpty ? IsNewTalk(fact) : !fact.Numbers.All(number => _kept.Exists(other => other.Says(number, fact)))) _kept.Add(fact);
    }

    /// <summary>The text, with the goal where no sentence of it says one.</summary>
    /// <param name="separator">What stands between sentences.</param>
    /// <param name="isBare">
    /// Without the marks of lists, without questions, and with the goal at the end where no summary gives an order.
    /// </param>
    public string Text(char separator, bool isBare)
    {
        var texts = _kept.Select(fact => fact.Text).ToList();
        if (isBare) texts = [.. texts.SelectMany(text => Replies.Sentences(SpokenForms.WithoutMarkers(text))).Where(text => !text.EndsWith('?'))];
        var at = texts.FindIndex(GoalTalk.IsStrong);
        if (at < 0 && _goal.Sentence is { } goal) texts.Add(SpokenForms.Plain(goal));
        else if (at >= 0 && isBare && !_hasSummary && NoteReader.Numbers(texts[at]).IsEmpty)
        {
            texts.Add(texts[at]);
            texts.RemoveAt(at);
        }

        return string.Join(separator, texts);
    }

    /// <summary>Whether a sentence without numbers is worth keeping: the first one, one that says the goal, or one that compares.</summary>
    private bool IsNewTalk(SaidFact fact)
    {
        if (_kept.Count == 0 && !_hasSummary) return true;
        if (GoalTalk.IsGoal(fact.Text) && !_kept.Exists(other => GoalTalk.IsGoal(other.Text))) return true;
        return Compares().IsMatch(fact.Text) && !Hopes().IsMatch(fact.Text)
            && !_kept.Exists(other => Compares().IsMatch(other.Text) && fact.IsSaidBy(other));
    }

    /// <summary>Strikes out what the client denies to have said: the sentences whose numbers are all among those denied.</summary>
    private void TakeBack(SaidFact denial) => _kept.RemoveAll(fact => !fact.Numbers.IsEmpty && !GoalTalk.IsStrong(fact.Text)
        && fact.Numbers.All(number => denial.Numbers.Any(number.IsSame)));

    /// <summary>Strikes out the sentence that says most of what is denied.</summary>
    private void Strike(Denial denial)
    {
        var said = _kept.Select(denial.Meets).ToList();
        if (said.Count > 0 && said.Max() is > 0 and var most) _kept.RemoveAt(said.LastIndexOf(most));
    }

    /// <summary>"40 chairs, not 14": the sentence with the wrong number gets the right one.</summary>
    private bool Mend(string sentence, int from)
    {
        var numbers = NoteReader.Numbers(sentence);
        if (numbers.Length != 2 || numbers[0].Evidence.End > from || numbers[1].Evidence.Start < from) return false;
        var (right, wrong, said) = (numbers[0], numbers[1], new SaidFact(sentence));
        var at = _kept.FindLastIndex(fact => fact.Numbers.Any(number => number.Value == wrong.Value) && said.Alike(fact) >= LeastAlike);
        if (at < 0) return false;
        var text = _kept[at].Text;
        var place = NoteReader.Numbers(text).First(number => number.Value == wrong.Value).Evidence;
        _kept[at] = new SaidFact(text[..place.Start] + sentence[right.Evidence.Start..right.Evidence.End] + text[place.End..]);
        return true;
    }

    [GeneratedRegex(@",? (?:not|instead of|rather than) (?=\$?\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Instead();

    /// <summary>"If I only made chairs, I would need 3" tries something out.</summary>
    [GeneratedRegex(
        @"^(if i|if we|for example|for instance|suppose|say)\b.*\b(would|could|might)\b|\bwould (be|cost|need|get)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Supposes();

    [GeneratedRegex(
        @"\b(investments?|trips?|number|amounts?|total)\b.*\bexceeds?\b.+\b(number|amounts?|investments?|trips?|of|than|in)\b"
        + @"|\b(more|less|fewer|greater|larger|smaller)\b.+\bthan\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Compares();

    /// <summary>A comparison that binds nobody: "more lamps than chairs if possible".</summary>
    [GeneratedRegex(@"^(no,? )?there('s| is| are) no\b|\bif possible\b|\bwon't\b", RegexOptions.IgnoreCase)]
    private static partial Regex Hopes();
}
