using System.Collections.Frozen;
using NlOpt.Formulation;
using NlOpt.LanguageModels.Failures;
using NlOpt.Modeling;

namespace NlOpt.Evaluation;

/// <summary>
/// Stops a run as soon as no further call of a language model can succeed, as when the budget is used up or the server is gone: what is left is then
/// not measured instead of counted as wrong. Safe for use by several threads at once.
/// </summary>
/// <param name="inner">What reads.</param>
/// <param name="stop">Is cancelled to stop the run; its token is the one that the run gets.</param>
public sealed class StoppingFormulator(IFormulator inner, CancellationTokenSource stop) : IFormulator
{
    private static readonly FrozenSet<string> Final = new[]
    {
        FailureCode.None, FailureCode.Settings, FailureCode.Unreachable, FailureCode.Unauthorised, FailureCode.Unknown, FailureCode.RateLimited,
        FailureCode.Budget, FailureCode.RecordUnwritable, FailureCode.NotOnRecord,
    }.ToFrozenSet(StringComparer.Ordinal);

    private Diagnostic? _reason;

    /// <summary>Why the run was stopped; null while it was not.</summary>
    public Diagnostic? Reason => Volatile.Read(ref _reason);

    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException">The run was stopped, or the token cancelled.</exception>
    public Result<Reading> Formulate(Source source, CancellationToken cancellationToken = default)
    {
        var result = inner.Formulate(source, cancellationToken);
        if (result.IsSuccess || result.Diagnostics.FirstOrDefault(diagnostic => Final.Contains(diagnostic.Code)) is not { } reason) return result;
        Interlocked.CompareExchange(ref _reason, reason, null);
        stop.Cancel();
        throw new OperationCanceledException(reason.Message, stop.Token);
    }
}
