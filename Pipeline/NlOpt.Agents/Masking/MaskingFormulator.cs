using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Understanding;

namespace NlOpt.Agents.Masking;

/// <summary>
/// Lets another engine formulate a masked text, so that neither names nor numbers in digits leave the machine, and puts both back into what it gives.
/// </summary>
/// <param name="inner">The engine; it sees the masked text alone.</param>
/// <param name="reader">Finds the names.</param>
/// <param name="seed">Another seed makes other masks; the same text and seed give the same mask.</param>
public sealed class MaskingFormulator(IFormulator inner, NoteReader reader, int seed = 1) : IFormulator
{
    private readonly IFormulator _inner = inner ?? throw new ArgumentNullException(nameof(inner));
    private readonly TextMask _mask = new(reader ?? throw new ArgumentNullException(nameof(reader)), seed);

    /// <inheritdoc/>
    public Result<Reading> Formulate(Source source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Turns.IsDefault) throw new ArgumentException("The turns of a source must be set.", nameof(source));
        var text = _mask.Mask(source);
        var made = _inner.Formulate(text.Masked, cancellationToken);
        ImmutableArray<Diagnostic> diagnostics =
            [.. made.Diagnostics.Select(diagnostic => diagnostic with { Message = text.Restore(diagnostic.Message) })];
        if (!made.TryGetValue(out var reading)) return Result.Failure<Reading>(diagnostics);
        var restored = new RestoredFormulation(text);
        return Result.Success(new Reading(restored.Of(reading.Best), [.. reading.Rivals.Select(restored.Of)]), diagnostics);
    }
}
