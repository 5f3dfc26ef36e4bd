using NlOpt.Policies.Scenarios;

namespace NlOpt.Datasets.Generation.Drafts;

/// <summary>Puts a typing error into an everyday word, away from names, numbers and words of direction.</summary>
internal static class TypingError
{
    private const int ShortestWord = 5;

    /// <summary>The text with one error more; the text itself where no word fits.</summary>
    public static FinishedText In(FinishedText finished, RandomNumbers random)
    {
        var text = finished.Text;
        var words = Words(finished).ToList();
        if (words.Count == 0) return finished;
        var (start, end) = random.Pick(words);
        var place = random.Between(start + 1, end - 2);
        return random.NextIndex(3) switch
        {
            0 => finished with { Text = $"{text[..place]}{text[place + 1]}{text[place]}{text[(place + 2)..]}" },
            1 => Shifted(finished, text.Remove(place, 1), place, -1),
            _ => Shifted(finished, text.Insert(place, text[place].ToString()), place, 1),
        };
    }

    private static IEnumerable<(int Start, int End)> Words(FinishedText finished)
    {
        var text = finished.Text;
        var marked = finished.Marks.Where(mark => mark.Kind is not (MarkKind.Statement or MarkKind.Objective)).ToList();
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && char.IsAsciiLetterLower(text[end])) end++;
            var isWhole = (start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || text[end] is ' ' or '.' or ',');
            if (end - start >= ShortestWord && isWhole && !marked.Exists(mark => mark.Start < end && start < mark.End)) yield return (start, end);
            start = Math.Max(end, start + 1);
        }
    }

    private static FinishedText Shifted(FinishedText finished, string text, int place, int shift) => new(text, FinishedText.Sorted(
        finished.Marks.Select(mark => mark with
        {
            Start = mark.Start > place ? mark.Start + shift : mark.Start,
            End = mark.End > place ? mark.End + shift : mark.End,
        })));
}
