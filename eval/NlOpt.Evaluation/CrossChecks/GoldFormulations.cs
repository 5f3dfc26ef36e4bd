using System.Collections.Immutable;
using NlOpt.Datasets;
using NlOpt.Datasets.Generation;
using NlOpt.Formulation;

namespace NlOpt.Evaluation;

/// <summary>Right formulations to make errors in.</summary>
internal static class GoldFormulations
{
    /// <summary>
    /// The labels of a problem with the places where the text names its variables; null where they cannot be said as a formulation.
    /// </summary>
    public static ProblemFormulation? Of(Nl4OptProblem problem)
    {
        if (Nl4OptHidden.Of(problem)?.Gold is not { } gold) return null;
        return gold with { Variables = [.. gold.Variables.Select(variable => variable with { Mentions = Places(problem, variable.Id.Index) })] };
    }

    /// <summary>What a generated problem means, as someone who read it would write it: nothing of it tells how it was read.</summary>
    public static ProblemFormulation Of(GeneratedProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Formulation with { Ledger = [], Questions = [] };
    }

    private static ImmutableArray<Evidence> Places(Nl4OptProblem problem, int column)
    {
        var places = new List<Evidence>();
        foreach (var name in problem.Mentions.Where(mention => mention.Column == column).Select(mention => mention.Text.Trim()).Where(
            name => name.Length > 0)
            .OrderByDescending(name => name.Length))
        {
            for (var at = Find(name, 0); at >= 0; at = Find(name, at + name.Length))
                if (!places.Exists(place => place.Start < at + name.Length && at < place.End)) places.Add(new Evidence(at, at + name.Length));
        }

        return [.. places.Order()];

        int Find(string name, int from) => from >= problem.Text.Length ? -1 : problem.Text.IndexOf(name, from, StringComparison.Ordinal);
    }
}
