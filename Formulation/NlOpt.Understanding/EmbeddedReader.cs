using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Understanding.Assembly;
using NlOpt.Understanding.Decoding;
using NlOpt.Understanding.Refusals;
using NlOpt.Understanding.Text;
using NlOpt.Understanding.Variables;
using NlOpt.Understanding.Weights;

namespace NlOpt.Understanding;

/// <summary>
/// Reads decision problems told in English, without a network or a language model: many readings are weighed as wholes by learned factors,
/// the best one is returned with its rivals and with questions where it is unsure. Safe for use by several threads at once.
/// </summary>
/// <remarks>The text is untrusted: it is only ever read, and what cannot be read is refused with a reason.</remarks>
/// <param name="weights">What it has learned.</param>
public sealed class EmbeddedReader(ReaderWeights weights) : IFormulator
{
    private readonly ReaderModels _models = (weights ?? throw new ArgumentNullException(nameof(weights))).Models;
    private readonly VariableSetSelector _selector = new(weights.Models.NamePair);
    private readonly TextDecoding _decoding = new(weights.Models);

    /// <summary>A reader with the weights that come with it.</summary>
    public EmbeddedReader()
        : this(ReaderWeights.Default)
    {
    }

    /// <summary>What it has learned.</summary>
    public ReaderWeights Weights { get; } = weights;

    /// <inheritdoc/>
    /// <returns>
    /// The best reading with up to three rivals that differ in meaning. Or errors: <c>read.empty</c>, <c>read.too-long</c> (more than 20,000
    /// characters), <c>read.not-text</c>, <c>read.not-english</c>, <c>read.table</c> (data in tables, lists or index notation),
    /// <c>read.network</c>, <c>read.schedule</c>, <c>read.nonlinear</c> (kinds of problems that are not read), <c>read.number</c> (a number that
    /// would have to be guessed), <c>read.no-numbers</c>, <c>read.no-objective</c>, <c>read.not-a-problem</c>.
    /// </returns>
    public Result<Reading> Formulate(Source source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Turns.IsDefault) throw new ArgumentException("The turns of a source must be set.", nameof(source));
        var text = new SourceText(source);
        if (Refusal.Of(text) is { } refusal) return Result.Failure<Reading>(refusal);
        var tokens = Tokenizer.Tokenize(text.Plain);
        var quantities = QuantityReader.Read(tokens);
        var refusals = Refusal.Of(text, tokens, quantities);
        if (!refusals.IsEmpty) return Result.Failure<Reading>(refusals);

        cancellationToken.ThrowIfCancellationRequested();
        var labels = _models.Tagger.Label(tokens);
        var sets = _selector.Propose(tokens, labels, quantities);
        if (_decoding.Read(text, tokens, labels, quantities, sets, cancellationToken) is not { } reading)
            return NotAProblem(text, "no amounts to decide on were found in it");
        var isSum = reading.Best.Statements.IsEmpty || quantities.Count < ImpliedObjective.FewestNumbers;
        if (isSum && !ObjectiveCheck.SaysExtreme(tokens))
            return NotAProblem(text, "it asks for an amount, but hardly limits anything and wants nothing to be largest or smallest");
        return Result.Success(reading);
    }

    private static Result<Reading> NotAProblem(SourceText text, string reason) => Result.Failure<Reading>(Diagnostic.Error(
        "read.not-a-problem",
        $"the text does not read as a decision problem: {reason}",
        text.Location(0),
        "say what is to be decided, what each thing takes and brings, what is limited and what is wanted"));
}
