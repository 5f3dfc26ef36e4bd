using System.Collections.Immutable;
using System.Text;
using NlOpt.Formulation;

namespace NlOpt.Agents.Formulating;

/// <summary>
/// Finds where a source says words that a model claims to quote: letter for letter but for case, runs of blanks and the form of quotation marks and
/// dashes, which models do not keep.
/// </summary>
internal sealed class QuoteFinder
{
    private readonly ImmutableArray<(string Text, int[] Starts)> _turns;

    public QuoteFinder(Source source) => _turns = [.. source.Turns.Select(Flat)];

    /// <summary>Every place, in order; empty when the source does not say it.</summary>
    public ImmutableArray<Evidence> All(string quote)
    {
        var wanted = Flat(quote).Text.Trim(' ', '"', '\'', '.', ',', ';', ':');
        if (!wanted.Any(char.IsLetterOrDigit)) return [];
        var places = ImmutableArray.CreateBuilder<Evidence>();
        for (var turn = 0; turn < _turns.Length; turn++)
        {
            var (text, starts) = _turns[turn];
            for (var at = text.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at =
                text.IndexOf(wanted, at + wanted.Length, StringComparison.Ordinal))
            {
                if (IsWhole(text, at, at + wanted.Length)) places.Add(new Evidence(starts[at], starts[at + wanted.Length - 1] + 1, turn));
            }
        }

        return places.ToImmutable();
    }

    /// <summary>The first place, if possible one within others; null when the source does not say it.</summary>
    public Evidence? First(string quote, IReadOnlyCollection<Evidence> preferred)
    {
        var places = All(quote);
        if (places.IsEmpty) return null;
        foreach (var place in places)
            if (preferred.Any(span => span.Turn == place.Turn && span.Start <= place.Start && place.End <= span.End)) return place;
        return places[0];
    }

    /// <summary>Neither a number nor a word may be torn: "20" is not quoted from "1200".</summary>
    private static bool IsWhole(string text, int start, int end) =>
        !(start > 0 && char.IsLetterOrDigit(text[start]) && char.IsLetterOrDigit(text[start - 1]))
        && !(end < text.Length && char.IsDigit(text[end - 1]) && char.IsLetterOrDigit(text[end]))
        && !(end + 1 < text.Length && char.IsDigit(text[end - 1]) && text[end] is '.' or ',' && char.IsDigit(text[end + 1]));

    private static (string Text, int[] Starts) Flat(string text)
    {
        var flat = new StringBuilder(text.Length);
        var starts = new List<int>(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index] switch
            {
                '“' or '”' => '"',
                '‘' or '’' => '\'',
                '–' or '—' or '−' => '-',
                var other when char.IsWhiteSpace(other) => ' ',
                var other => char.ToLowerInvariant(other),
            };
            if (letter == ' ' && (flat.Length == 0 || flat[^1] == ' ')) continue;
            flat.Append(letter);
            starts.Add(index);
        }

        return (flat.ToString(), [.. starts]);
    }
}
