using System.Collections.Immutable;
using NlOpt.Datasets.Generation.Banks;
using NlOpt.Datasets.Generation.Drafts;
using NlOpt.Datasets.Generation.Grammar;
using NlOpt.Datasets.Generation.Sampling;
using NlOpt.Datasets.Generation.Telling;
using NlOpt.Formulation;
using NlOpt.Policies.Scenarios;
using NlOpt.Solving;

namespace NlOpt.Datasets.Generation;

/// <summary>
/// Makes problems: draws a formulation, solves it, and tells it in words. Every problem depends on the seed, the bank, the templates and its
/// position alone. Immutable; safe to use from many threads when its solver is.
/// </summary>
public sealed class ProblemGenerator
{
    // Redrawing is cheap; a draw that fails this often has asked for something that banks and templates together cannot give.
    private const int MostAttempts = 150;

    private readonly ISolver _solver;

    /// <summary>Makes a generator.</summary>
    /// <param name="solver">Solves every model, so that its outcome is known.</param>
    public ProblemGenerator(ISolver solver)
    {
        ArgumentNullException.ThrowIfNull(solver);
        _solver = solver;
    }

    /// <summary>Generates problems, on all processors.</summary>
    /// <param name="options">What to generate.</param>
    /// <param name="progress">Called with the number of finished problems, from any thread; null for nobody.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The problems in their order, the same for any number of threads.</returns>
    /// <exception cref="InvalidOperationException">The templates cannot be drawn with the words of the bank.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ImmutableArray<GeneratedProblem> Generate(GenerationOptions options, Action<int>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var draw = DrawOf(options);
        var problems = new GeneratedProblem[options.Count];
        var done = 0;
        Parallel.For(0, options.Count, new ParallelOptions { CancellationToken = cancellationToken }, index =>
        {
            problems[index] = Problem(options, draw, index);
            progress?.Invoke(Interlocked.Increment(ref done));
        });
        return [.. problems];
    }

    /// <summary>Generates the problem of one position.</summary>
    /// <param name="options">What to generate; its count does not matter.</param>
    /// <param name="index">The position, from 0.</param>
    /// <exception cref="InvalidOperationException">The templates cannot be drawn with the words of the bank.</exception>
    public GeneratedProblem Generate(GenerationOptions options, int index)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return Problem(options, DrawOf(options), index);
    }

    private static BankSplit SplitOf(GenerationOptions options) => options.Bank == GenerationBank.Train ? BankSplit.Train : BankSplit.HeldOut;

    private static ProblemDraw DrawOf(GenerationOptions options) =>
        new([.. BankLoader.All.Where(bank => bank.Bank == SplitOf(options))], options.Templates);

    private GeneratedProblem Problem(GenerationOptions options, ProblemDraw draw, int index)
    {
        var random = new RandomNumbers(unchecked((ulong)options.Seed)).Fork((ulong)index);
        var place = random.NextUniform();
        var outcome = place < options.InfeasibleShare ? GeneratedOutcome.Infeasible
            : place < options.InfeasibleShare + options.UnboundedShare ? GeneratedOutcome.Unbounded : GeneratedOutcome.Optimal;
        // Not every choice of templates can be infeasible or unbounded; after enough attempts the problem gets a best plan.
        ImmutableArray<GeneratedOutcome> wishes = outcome == GeneratedOutcome.Optimal ? [outcome] : [outcome, GeneratedOutcome.Optimal];
        foreach (var wish in wishes)
        {
            for (var attempt = 0; attempt < MostAttempts; attempt++)
            {
                var problem = draw.Draw(random, wish);
                if (Holds(problem, options.Templates) && OutcomeOf(problem) == wish) return Told(problem, options, index, wish, random);
            }
        }

        throw new InvalidOperationException($"No problem was found for the templates [{string.Join(", ", options.Templates)}] in {MostAttempts} attempts.");
    }

    private static bool Holds(SampledProblem problem, ImmutableArray<string> templates)
    {
        var told = problem.Templates.ToList();
        return told.Count > 0 && (templates.IsEmpty || told.Exists(template => templates.Contains(template)));
    }

    /// <summary>What solving gives; null for anything that no problem should have: an empty best plan, a failed solve.</summary>
    private GeneratedOutcome? OutcomeOf(SampledProblem problem)
    {
        var lowered = Lowering.Lower(problem.WithoutWords());
        if (!lowered.TryGetValue(out var model) || !_solver.Solve(model.Model).TryGetValue(out var result)) return null;
        return result.Termination switch
        {
            TerminationReason.Optimal when result.Primal is { } primal && Math.Abs(primal.ObjectiveValue) > 1e-9 => GeneratedOutcome.Optimal,
            TerminationReason.Infeasible => GeneratedOutcome.Infeasible,
            TerminationReason.Unbounded => GeneratedOutcome.Unbounded,
            _ => null,
        };
    }

    private static GeneratedProblem Told(SampledProblem problem, GenerationOptions options, int index, GeneratedOutcome outcome, RandomNumbers random)
    {
        var style = TellingStyle.Draw(random);
        var words = new ProblemWords(problem, style, new Speaker(PhraseBook.Embedded, SplitOf(options), random), random);
        var teller = new ProblemTeller(words);
        var draft = teller.Tell();
        var finished = FinishedText.Of(draft);
        if (random.Chance(options.TypingErrorShare))
        {
            draft.Note("typo");
            finished = TypingError.In(finished, random);
        }

        var id = $"{(options.Bank == GenerationBank.Train ? "train" : "held-out")}-{options.Seed}-{index}";
        return GoldAssembly.Of(id, problem, finished, draft.Phenomena, teller, options.Bank, outcome);
    }
}
