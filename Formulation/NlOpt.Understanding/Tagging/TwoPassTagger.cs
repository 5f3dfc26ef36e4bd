using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Tagging;

/// <summary>Tags a text twice: the second pass knows how each stem was tagged in the first.</summary>
/// <param name="First">The first pass.</param>
/// <param name="Second">The second pass.</param>
internal sealed record TwoPassTagger(Tagger First, Tagger Second)
{
    /// <summary>The tagger whose scores are the mean of others' scores: an ensemble at the price of one.</summary>
    public static TwoPassTagger Mean(IReadOnlyList<TwoPassTagger> taggers) =>
        new(Tagger.Mean([.. taggers.Select(tagger => tagger.First)]), Tagger.Mean([.. taggers.Select(tagger => tagger.Second)]));

    /// <summary>The labels of a text.</summary>
    public int[] Label(Token[] tokens)
    {
        if (tokens.Length == 0) return [];
        var features = TagFeatures.Extract(tokens);
        return Second.Label(TagFeatures.Extend(features, tokens, new TagDistribution(tokens, First.Label(features))));
    }
}
