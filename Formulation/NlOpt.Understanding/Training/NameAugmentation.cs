using System.Collections.Frozen;
using NlOpt.Understanding.Learning;
using NlOpt.Understanding.Tagging;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Training;

/// <summary>
/// Makes variants of tagged texts by exchanging the words of names and units for words of other texts, everywhere alike. Teaches the tagger
/// to go by context rather than by vocabulary.
/// </summary>
internal sealed class NameAugmentation
{
    private static readonly FrozenSet<string> Kept = new[]
    {
        "of", "and", "the", "a", "an", "with", "for", "in", "to", "on", "type", "number", "per", "each", "or", "at", "by", "from", "times",
        "percent", "million",
    }.ToFrozenSet();

    private readonly List<string> _names = [];
    private readonly List<string> _units = [];

    /// <summary>Collects the words of names and units.</summary>
    public NameAugmentation(IEnumerable<TaggedText> texts)
    {
        foreach (var text in texts)
        {
            foreach (var span in Tag.Spans(text.Labels))
            {
                if (span.Kind == TagKind.Variable)
                {
                    for (var index = span.First; index < span.End; index++)
                        if (IsExchangeable(text.Tokens[index])) _names.Add(text.Tokens[index].Lower);
                }
                else if (UnitAfter(text, span) is { } unit)
                {
                    _units.Add(text.Tokens[unit].Lower);
                }
            }
        }
    }

    /// <summary>A variant of a text.</summary>
    public TaggedText Vary(TaggedText text, RandomStream random)
    {
        var exchanges = new Dictionary<string, string?>();
        foreach (var span in Tag.Spans(text.Labels))
        {
            if (span.Kind == TagKind.Variable)
            {
                for (var index = span.First; index < span.End; index++)
                    if (IsExchangeable(text.Tokens[index]) && !exchanges.ContainsKey(text.Tokens[index].Stem))
                        exchanges[text.Tokens[index].Stem] = random.NextDouble() < 0.8 ? random.Choose(_names) : null;
            }
            else if (UnitAfter(text, span) is { } unit && !exchanges.ContainsKey(text.Tokens[unit].Stem))
            {
                var pool = random.NextDouble() < 0.75 || _names.Count == 0 ? _units : _names;
                exchanges[text.Tokens[unit].Stem] = random.NextDouble() < 0.4 && pool.Count > 0 ? random.Choose(pool) : null;
            }
        }

        var tokens = new Token[text.Tokens.Length];
        for (var index = 0; index < tokens.Length; index++)
        {
            var token = text.Tokens[index];
            tokens[index] = token.IsWord && exchanges.GetValueOrDefault(token.Stem) is { } word
                ? new Token(Dress(word, token), token.Start, token.Sentence)
                : token;
        }

        return new TaggedText(tokens, text.Labels);
    }

    private static bool IsExchangeable(Token token) => token.IsWord && token.Raw.Length > 2 && !Kept.Contains(token.Lower) && !token.IsNumber;

    private static int? UnitAfter(TaggedText text, TagSpan span) =>
        span.Kind is TagKind.Parameter or TagKind.Limit && span.End < text.Tokens.Length && text.Labels[span.End] == Tag.Outside
        && IsExchangeable(text.Tokens[span.End])
            ? span.End
            : null;

    private static string Dress(string word, Token like)
    {
        var stem = Stemmer.Stem(word);
        var isPlural = like.Lower.EndsWith('s') && !like.Lower.EndsWith("ss", StringComparison.Ordinal);
        var dressed = isPlural && !stem.EndsWith('s') ? stem + "s" : stem;
        return like.Shape switch
        {
            TokenShape.UpperCase when like.Raw.Length > 1 => dressed.ToUpperInvariant(),
            TokenShape.UpperCase or TokenShape.Capitalized => char.ToUpperInvariant(dressed[0]) + dressed[1..],
            _ => dressed,
        };
    }
}
