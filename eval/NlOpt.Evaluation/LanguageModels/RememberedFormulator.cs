using System.Collections.Concurrent;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Evaluation;

/// <summary>
/// Reads each text once and gives the same result again, so that several systems can be measured over one that is dear. Safe for use by several
/// threads at once; a text asked for by two of them at once may be read twice.
/// </summary>
/// <param name="inner">What reads.</param>
public sealed class RememberedFormulator(IFormulator inner) : IFormulator
{
    private readonly IFormulator _inner = inner ?? throw new ArgumentNullException(nameof(inner));
    private readonly ConcurrentDictionary<string, Result<Reading>> _read = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Result<Reading> Formulate(Source source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        // A character that texts hardly hold keeps the turns apart.
        var key = string.Join('\u001e', source.Turns);
        if (_read.TryGetValue(key, out var known)) return known;
        var result = _inner.Formulate(source, cancellationToken);
        return _read.GetOrAdd(key, result);
    }
}
