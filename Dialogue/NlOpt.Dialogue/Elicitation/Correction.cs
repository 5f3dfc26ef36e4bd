using System.Text.RegularExpressions;
using NlOpt.Formulation;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>
/// Changes the notes by what a client says against a summary: "no, 40 chairs, not 14", "you left out that ...", "there is no such rule".
/// </summary>
internal sealed partial class Correction(Notebook book, NoteReader reader)
{
    private readonly RuleEntry _rules = new(book);

    /// <summary>Strikes out the statement that a message denies.</summary>
    public void Remove(ProblemFormulation formulation, string text)
    {
        var said = formulation.Statements
            .Select((statement, index) => new Note(PlainSentence.Of(statement, formulation), index, NoteKind.Rule, index)).ToList();
        if (NoteMatch.Find(said, text, book.Names) is { } match) book.Reject(formulation.Statements[match.Turn]);
    }

    /// <summary>Names the things anew where a message does; their letters are taken as they stand.</summary>
    /// <returns>Whether it does.</returns>
    public bool Rename(string message)
    {
        if (!Decides().IsMatch(message) || !NoteReader.Numbers(message).IsEmpty) return false;
        if (ThingNames.Find(message, reader) is not { Length: > 0 } names) return false;
        book.SetNames(names);
        return true;
    }

    /// <summary>Takes in what is right instead.</summary>
    /// <param name="formulation">What was summed up.</param>
    /// <param name="message">The message.</param>
    /// <param name="text">The message without what leads into it.</param>
    /// <param name="turn">Its turn.</param>
    public void Correct(ProblemFormulation formulation, string message, string text, int turn)
    {
        if (Instead().Match(text) is { Success: true } instead && ReplaceNumber(text, instead.Index, turn)) return;
        if (NoteReader.SaysGoal(text) && NoteReader.Numbers(text).IsEmpty) book.ReplaceKind(new Note(text, turn, NoteKind.Goal, 0));
        else if (!RuleEntry.SaysLimit(text) && Needs.SpeaksOfGoal(text, formulation) && _rules.Amounts.Assign(text, _rules.All) is { } worth)
            book.ReplaceKind(_rules.WorthOf(worth, text, turn));
        else if (Leaving().IsMatch(message)) _rules.Add(text, turn);
        else if (_rules.Earlier(text) is { } old)
        {
            book.Reject(old, formulation);
            _rules.Replace(old, text, turn);
        }
        else _rules.Add(text, turn);
    }

    /// <summary>"40 chairs, not 14": the note with the wrong number gets the right one.</summary>
    private bool ReplaceNumber(string text, int from, int turn)
    {
        var numbers = NoteReader.Numbers(text);
        var right = numbers.LastOrDefault(number => number.Evidence.End <= from);
        var wrong = numbers.FirstOrDefault(number => number.Evidence.Start >= from);
        if (right.Evidence == wrong.Evidence || numbers.Length < 2) return false;
        var holding = book.Notes.Where(note => NoteReader.Numbers(note.Text).Any(number => number.Value == wrong.Value)).ToList();
        var note = holding.Count == 1 ? holding[0] : NoteMatch.Find(holding, text[..from], book.Names);
        if (note is null) return false;
        var place = NoteReader.Numbers(note.Text).First(number => number.Value == wrong.Value).Evidence;
        book.Reword(note, note.Text[..place.Start] + text[right.Evidence.Start..right.Evidence.End] + note.Text[place.End..], turn);
        return true;
    }

    [GeneratedRegex(@"\b(decid|choos|choice)", RegexOptions.IgnoreCase)]
    private static partial Regex Decides();

    [GeneratedRegex(@"\b(,? ?not|instead of|rather than)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Instead();

    [GeneratedRegex(@"\b(left out|forgot|missing|missed|also|another|one more)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Leaving();
}
