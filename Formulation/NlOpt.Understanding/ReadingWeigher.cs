using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Understanding.Assembly;
using NlOpt.Understanding.Decoding;
using NlOpt.Understanding.Refusals;
using NlOpt.Understanding.Tagging;
using NlOpt.Understanding.Text;
using NlOpt.Understanding.Variables;
using NlOpt.Understanding.Weights;

namespace NlOpt.Understanding;

/// <summary>
/// Gives the readings of a text with their shares, not just the best one: whoever judges a formulation that someone else made asks how much
/// of what the text may mean it agrees with. Safe for use by several threads at once; the text is untrusted.
/// </summary>
/// <param name="weights">What the reader has learned.</param>
public sealed class ReadingWeigher(ReaderWeights weights)
{
    private const double CoveredShare = 0.999;

    private readonly TextDecoding _decoding = new((weights ?? throw new ArgumentNullException(nameof(weights))).Models);
    private readonly VariableSetSelector _selector = new(weights.Models.NamePair);
    private readonly TwoPassTagger _tagger = weights.Models.Tagger;

    /// <summary>Weighs the readings of a text.</summary>
    /// <param name="source">The text.</param>
    /// <param name="names">
    /// The decision variables where they are given, each with one or more names of which some hold a letter or digit; the variables of the results
    /// stand in this order. Null where the reader is to find them.
    /// </param>
    /// <param name="most">Most readings, at least 1.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>
    /// The likeliest readings by falling share, until 99.9% are covered. Some may mean the same. Empty where the text cannot be read or a given
    /// variable has no name to look for.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">No reading is asked for.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ImmutableArray<WeighedReading> Weigh(
        Source source, IReadOnlyList<IReadOnlyList<string>>? names = null, int most = 64, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        if (source.Turns.IsDefaultOrEmpty) return [];
        var text = new SourceText(source);
        if (Refusal.Of(text) is not null) return [];
        var tokens = Tokenizer.Tokenize(text.Plain);
        var quantities = QuantityReader.Read(tokens);
        var labels = _tagger.Label(tokens);
        List<ScoredVariableSet> sets;
        if (names is null) sets = _selector.Propose(tokens, labels, quantities);
        else if (GivenVariables.Of(names) is { } given) sets = [new ScoredVariableSet(VariableSetSelector.Gather(tokens, labels, given), 1, 0, 0)];
        else return [];
        var ranked = _decoding.Rank(tokens, labels, quantities, sets, cancellationToken);
        return Assemble(ranked, new FormulationAssembly(text, new TextSpans(text, tokens)), most);
    }

    private static ImmutableArray<WeighedReading> Assemble(List<RankedReading> ranked, FormulationAssembly assembly, int most)
    {
        var weighed = ImmutableArray.CreateBuilder<WeighedReading>();
        var covered = 0.0;
        foreach (var item in ranked)
        {
            if (weighed.Count >= most || covered > CoveredShare) break;
            covered += item.Share;
            if (assembly.Assemble(item.Reading, Math.Min(1, item.Share)) is { } reading) weighed.Add(
                new WeighedReading(reading.Formulation, item.Share));
        }

        return weighed.ToImmutable();
    }
}
