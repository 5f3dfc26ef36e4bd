using NlOpt.Formulation;
using NlOpt.Understanding.Assembly;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Decoding;
using NlOpt.Understanding.Refusals;
using NlOpt.Understanding.Text;
using NlOpt.Understanding.Variables;

namespace NlOpt.Understanding;

/// <summary>The way from hypotheses of the variables to the best reading of a text: decode, rank, assemble.</summary>
internal sealed class TextDecoding(ReaderModels models)
{
    /// <summary>Reads.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="labels">Their tags.</param>
    /// <param name="quantities">Its numbers.</param>
    /// <param name="sets">What its variables may be.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Null when no reading can be said as a formulation.</returns>
    public Reading? Read(
        SourceText text, Token[] tokens, int[] labels, IReadOnlyList<Quantity> quantities, IReadOnlyList<ScoredVariableSet> sets,
        CancellationToken cancellationToken)
    {
        return ReadingAssembly.Assemble(text, tokens, Rank(tokens, labels, quantities, sets, cancellationToken), models.Calibration);
    }

    /// <summary>All readings found, the likeliest first.</summary>
    public List<RankedReading> Rank(
        Token[] tokens, int[] labels, IReadOnlyList<Quantity> quantities, IReadOnlyList<ScoredVariableSet> sets, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // A decoder keeps scratch space, so that each reading has its own.
        var decoder = new Decoder(models.Decisions);
        var readings = Contexts(tokens, labels, quantities).SelectMany(context => decoder.Decode(context, sets)).ToList();
        cancellationToken.ThrowIfCancellationRequested();
        return Ranking.Rank(readings, models.Global);
    }

    /// <summary>
    /// What is known of the text. Where no words say what is wanted, it is what the amounts imply; where these imply nothing either, both senses
    /// are read, and the limits decide which of them makes sense.
    /// </summary>
    private static IEnumerable<TextContext> Contexts(Token[] tokens, int[] labels, IReadOnlyList<Quantity> quantities)
    {
        var context = new TextContext(tokens, labels, quantities);
        if (context.ObjectiveCue is not null) return [context];
        return ImpliedObjective.Of(tokens, quantities) is { } implied
            ? [new TextContext(context, implied.IsMinimization, implied.Words, [.. implied.Words.Select(word => word.StemHash)])]
            : [context, new TextContext(context, isMinimization: true, context.ObjectiveTail, [.. context.ObjectiveNames])];
    }
}
