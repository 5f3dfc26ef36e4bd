using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Solving.Diagnosis;

/// <summary>
/// Solutions that are nearly as good as the optimum and differ from it and from each other. From each solution found, the search asks for the
/// best one with a watched variable at least a step larger or smaller, the most promising first, until none within the tolerance is left.
/// </summary>
public static class AlternativeSearch
{
    private const double Hair = 1e-6;

    /// <summary>Finds other solutions.</summary>
    /// <param name="model">The model.</param>
    /// <param name="optimum">Its optimal solution.</param>
    /// <param name="options">Which solutions count as other ones.</param>
    /// <param name="series">Solves the models.</param>
    /// <returns>The solutions, the best first; each meets the model and the tolerance.</returns>
    public static ImmutableArray<PrimalSolution> Find(Model model, PrimalSolution optimum, AlternativeOptions options, SolveSeries series)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(optimum);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(series);
        if (options.Watched.Length != options.Steps.Length || options.Steps.Any(step => !(step > 0)))
            throw new ArgumentException("There must be a positive step a watched variable.", nameof(options));
        return new Search(model, optimum, options, series).Run();
    }

    /// <summary>A solution and the bounds under which it is the best one.</summary>
    private sealed record Node(PrimalSolution Solution, ImmutableDictionary<VariableId, (double? Lower, double? Upper)> Bounds);

    private sealed class Search(Model model, PrimalSolution optimum, AlternativeOptions options, SolveSeries series)
    {
        private readonly int _sign = model.Objective.Sense == ObjectiveSense.Maximize ? -1 : 1;
        private readonly PriorityQueue<Node, (double Loss, int Order)> _open = new();
        private int _solves;

        public ImmutableArray<PrimalSolution> Run()
        {
            List<PrimalSolution> found = [optimum];
            Expand(new(optimum, ImmutableDictionary<VariableId, (double?, double?)>.Empty));
            while (found.Count <= options.Most && _open.TryDequeue(out var node, out _))
            {
                if (found.TrueForAll(other => AreApart(other, node.Solution))) found.Add(node.Solution);
                Expand(node);
            }

            return [.. found[1..].OrderBy(solution => _sign * solution.ObjectiveValue)];
        }

        private void Expand(Node node)
        {
            for (var index = 0; index < options.Watched.Length; index++)
            {
                var (variable, step) = (options.Watched[index], options.Steps[index]);
                var value = node.Solution[variable];
                var (lower, upper) = node.Bounds.GetValueOrDefault(variable);
                Try(node.Bounds.SetItem(variable, (value + step, upper)));
                Try(node.Bounds.SetItem(variable, (lower, value - step)));
            }
        }

        private void Try(ImmutableDictionary<VariableId, (double? Lower, double? Upper)> bounds)
        {
            if (_solves >= options.MostSolves || series.IsOver || Bounded(bounds) is not { } bounded) return;
            _solves++;
            if (series.Solve(bounded) is not { Termination: TerminationReason.Optimal, Primal: { } solution }) return;
            var loss = _sign * (solution.ObjectiveValue - optimum.ObjectiveValue);
            if (loss <= (options.Tolerance + Hair) * Math.Max(1, Math.Abs(optimum.ObjectiveValue)))
                _open.Enqueue(new(solution, bounds), (loss, _solves));
        }

        /// <summary>The model within some bounds; null when they leave a variable no value.</summary>
        private Model? Bounded(ImmutableDictionary<VariableId, (double? Lower, double? Upper)> bounds)
        {
            var builder = new ModelBuilder();
            foreach (var variable in model.Variables)
            {
                var (lower, upper) = bounds.GetValueOrDefault(variable.Id);
                lower = lower is null || variable.Lower > lower ? variable.Lower : lower;
                upper = upper is null || variable.Upper < upper ? variable.Upper : upper;
                if (lower > upper) return null;
                builder.AddVariable(variable.Name, variable.Kind, lower, upper);
            }

            foreach (var row in model.Rows) builder.AddRow(row.Expression, row.Lower, row.Upper);
            foreach (var row in model.Indicators) builder.AddIndicator(row.Binary, row.ActiveValue, row.Expression, row.Lower, row.Upper);
            builder.SetObjective(model.Objective.Sense, model.Objective.Expression);
            return builder.Build();
        }

        private bool AreApart(PrimalSolution one, PrimalSolution other) => options.Watched.Index().Any(pair =>
            Math.Abs(one[pair.Item] - other[pair.Item]) >= options.Steps[pair.Index] - Hair * Math.Max(1, options.Steps[pair.Index]));
    }
}
