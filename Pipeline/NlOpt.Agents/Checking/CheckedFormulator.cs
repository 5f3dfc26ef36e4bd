using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Agents.Checking;

/// <summary>
/// Formulates with one engine, a language model as a rule, and lets the embedded reader audit it. Agreement raises the probability; disagreement
/// becomes questions, or is decided by a rule where nobody can be asked (<see cref="CheckedOptions"/>). What was not taken stands among the rivals.
/// </summary>
/// <param name="agent">Makes the formulation.</param>
/// <param name="embedded">The embedded reader, for what it reads by itself.</param>
/// <param name="checker">Audits.</param>
/// <param name="options">What to do where they disagree; null for the defaults.</param>
public sealed class CheckedFormulator(IFormulator agent, IFormulator embedded, CrossChecker checker, CheckedOptions? options = null) : IFormulator
{
    private readonly IFormulator _agent = agent ?? throw new ArgumentNullException(nameof(agent));
    private readonly IFormulator _embedded = embedded ?? throw new ArgumentNullException(nameof(embedded));
    private readonly CrossChecker _checker = checker ?? throw new ArgumentNullException(nameof(checker));
    private readonly CheckedOptions _options = options ?? new CheckedOptions();

    /// <inheritdoc/>
    /// <returns>
    /// The reading that was taken. Warnings say what the audit found (<c>check.*</c>, named after the check), that the reader was taken
    /// (<c>checked.reader-taken</c>), or that only one of both could read the text (<c>checked.agent-failed</c>, <c>checked.reader-declined</c>).
    /// Errors, those of the agent, where neither can.
    /// </returns>
    public Result<Reading> Formulate(Source source, CancellationToken cancellationToken = default)
    {
        var own = _embedded.Formulate(source, cancellationToken);
        var made = _agent.Formulate(source, cancellationToken);
        if (!made.TryGetValue(out var reading))
        {
            return own.TryGetValue(out var alone)
                ? Result.Success(alone, [.. Softened(made.Diagnostics),
                    Diagnostic.Warning("checked.agent-failed", "the language model gave no formulation; the embedded reader's is taken")])
                : Result.Failure<Reading>(made.Diagnostics);
        }

        var audit = _checker.Check(reading.Best, cancellationToken: cancellationToken);
        if (!audit.TryGetValue(out var found)) return Result.Failure<Reading>([.. Softened(made.Diagnostics), .. audit.Diagnostics]);
        ImmutableArray<Diagnostic> warnings =
        [
            .. made.Diagnostics,
            .. found.Findings.Where(finding => finding.IsGrave).Select(finding => Diagnostic.Warning($"check.{finding.Check}", finding.What)),
        ];
        if (!own.TryGetValue(out var read))
        {
            // What the reader declines it cannot vouch for; the checks that need no reading still count.
            return Result.Success(
                Asked(reading, found), [.. warnings,
                    Diagnostic.Warning("checked.reader-declined", "the embedded reader cannot read this text, so that little of it was checked")]);
        }

        if (!_options.IsAttended && found.IsDoubtful && read.Best.Probability >= _options.TrustedConfidence)
        {
            return Result.Success(
                read with { Rivals = [reading.Best with { Probability = Math.Min(found.Confidence, read.Best.Probability) }, .. read.Rivals] },
                [.. warnings, Diagnostic.Warning(
                    "checked.reader-taken", "the embedded reader disagrees with the language model and is sure enough; its formulation is taken")]);
        }

        return Result.Success(Asked(reading, found) with { Rivals = found.IsDoubtful ? [read.Best, .. reading.Rivals] : reading.Rivals }, warnings);
    }

    private static Reading Asked(Reading reading, CrossCheckResult found)
    {
        var questions = found.Findings.Where(finding => finding.IsGrave).Select(finding => new Question(
            SlotOf(finding.Check), $"Is this right? {char.ToUpperInvariant(finding.What[0])}{finding.What[1..]}.", finding.Quote, [],
                finding.Suspicion) { Doubt = finding.Suspicion });
        var best = reading.Best with
        {
            Probability = found.Confidence,
            Questions = [.. questions.Concat(reading.Best.Questions).OrderByDescending(question => question.ExpectedLoss)],
        };
        return reading with { Best = best };
    }

    private static SlotKind SlotOf(string check) => check switch
    {
        "direction" => SlotKind.Operator,
        "limit" or "invented-number" or "unused-number" => SlotKind.LimitValue,
        "coefficients" or "units" => SlotKind.Coefficient,
        "objective" => SlotKind.Objective,
        "variable-count" or "total-as-variable" => SlotKind.Variable,
        _ => SlotKind.Template,
    };

    private static IEnumerable<Diagnostic> Softened(IEnumerable<Diagnostic> diagnostics) => diagnostics.Select(diagnostic =>
        diagnostic.Severity == DiagnosticSeverity.Error ? diagnostic with { Severity = DiagnosticSeverity.Warning } : diagnostic);
}
