using System.Collections.Immutable;
using System.Globalization;
using Microsoft.SemanticKernel;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Agents.Formulating;

/// <summary>
/// Formulates with a language model: it names the variables, splits the problem into a goal and rules of known templates, and formalises these one at
/// a time over the closed list of variables. Every number and name must stand in the text; every reply that does not keep to that goes back, within a
/// bound. What comes out are statements, never code. Safe for use by several threads at once where the kernel is.
/// </summary>
/// <remarks>The text and all replies are untrusted: they are only ever data.</remarks>
/// <param name="kernel">The kernel whose chat completion is asked.</param>
/// <param name="options">How; null for the defaults.</param>
public sealed class AgentFormulator(Kernel kernel, AgentOptions? options = null) : IFormulator
{
    private readonly Kernel _kernel = kernel ?? throw new ArgumentNullException(nameof(kernel));
    private readonly AgentOptions _options = options ?? new AgentOptions();

    /// <summary>Formulates a text.</summary>
    /// <param name="source">The words; untrusted.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>
    /// The formulation; with several attempts the most frequent one, its share as its probability, and the others as rivals. What the model could not
    /// say stands as warnings (<c>agent.unsupported</c>, <c>agent.rule.unread</c>) and questions. Or errors: <c>read.empty</c>, <c>read.too-long</c>,
    /// <c>read.not-a-problem</c>; <c>model.*</c> where the server failed; <c>model.reply.*</c>, <c>agent.*</c> and <c>formulation.*</c> where the
    /// model's replies could not be used; with these <c>agent.stopped</c>, which says how far it got.
    /// </returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<Result<Reading>> FormulateAsync(Source source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Turns.IsDefault) throw new ArgumentException("The turns of a source must be set.", nameof(source));
        if (Refuse(source) is { } refusal) return Result.Failure<Reading>(refusal);
        var made = new List<(ProblemFormulation Formulation, string Key)>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        for (var attempt = 0; attempt < _options.Attempts; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var temperature = _options.Attempts == 1 ? 0 : _options.Temperature;
            var run = await new FormulationRun(_kernel, source, _options, temperature, cancellationToken).FormulateAsync().ConfigureAwait(false);
            diagnostics.AddRange(run.Diagnostics);
            if (run.TryGetValue(out var formulation))
                made.Add((formulation, FormulationKey.Of(formulation) ?? string.Create(CultureInfo.InvariantCulture, $"attempt {attempt}")));
        }

        return made.Count == 0 ? Result.Failure<Reading>(diagnostics.ToImmutable()) : Result.Success(Majority(made), Softened(diagnostics));
    }

    /// <inheritdoc/>
    /// <remarks>Waits for the model on the calling thread; prefer <see cref="FormulateAsync"/> where one can wait otherwise.</remarks>
    Result<Reading> IFormulator.Formulate(Source source, CancellationToken cancellationToken) =>
        Task.Run(() => FormulateAsync(source, cancellationToken), cancellationToken).GetAwaiter().GetResult();

    /// <summary>The largest group of formulations that mean the same; the earliest of equally large ones.</summary>
    private static Reading Majority(List<(ProblemFormulation Formulation, string Key)> made)
    {
        if (made.Count == 1) return new Reading(made[0].Formulation, []);
        ImmutableArray<ProblemFormulation> ranked = [.. made.GroupBy(item => item.Key).OrderByDescending(group => group.Count())
            .Select(group => group.First().Formulation with { Probability = (double)group.Count() / made.Count })];
        return new Reading(ranked[0], ranked[1..]);
    }

    private Diagnostic? Refuse(Source source)
    {
        var length = source.Turns.Sum(turn => turn.Length);
        if (!source.Turns.Any(turn => turn.Any(char.IsLetterOrDigit))) return Diagnostic.Error(
            "read.empty", "the text has no words", remedy: "describe the problem");
        return length <= _options.LongestText ? null : Diagnostic.Error(
            "read.too-long", string.Create(CultureInfo.InvariantCulture, $"the text has {length} characters, more than {_options.LongestText}"),
                remedy: "shorten it");
    }

    /// <summary>What made one attempt fail is a warning where another one succeeded.</summary>
    private static ImmutableArray<Diagnostic> Softened(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Select(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
            ? diagnostic with { Severity = DiagnosticSeverity.Warning } : diagnostic)];
}
