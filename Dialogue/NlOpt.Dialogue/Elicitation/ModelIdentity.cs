using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>Compares formulations by what they mean, whatever their variables are called and in whatever order they stand.</summary>
internal static class ModelIdentity
{
    private const int MostOrdered = 4;

    private static readonly LoweringOptions AllWhole = new() { Kinds = AmountKinds.AllInteger };

    /// <summary>
    /// Equal for formulations that want the same and say the same; of more than four variables only where they stand in the same order. Null for
    /// one that contradicts itself.
    /// </summary>
    public static string? Of(ProblemFormulation formulation)
    {
        if (!Lowering.Lower(formulation, AllWhole).TryGetValue(out var lowered)) return null;
        var count = formulation.Variables.Length;
        return Orders(count <= MostOrdered ? count : 0, count).Select(order => Written(lowered, order)).Min(StringComparer.Ordinal);
    }

    private static string Written(LoweredModel lowered, ImmutableArray<int> order) => string.Join(
        '\n',
        FormulationMeaning.OfStatements(lowered, variable => order[variable.Index]).Select(row => row.Text).Distinct().Order(StringComparer.Ordinal)
            .Prepend(FormulationMeaning.OfObjective(lowered, variable => order[variable.Index])));

    /// <summary>All orders of the first variables; the others keep their places.</summary>
    private static IEnumerable<ImmutableArray<int>> Orders(int moved, int count) => moved <= 1
        ? [[.. Enumerable.Range(0, count)]]
        : Orders(moved - 1, count).SelectMany(
            order => Enumerable.Range(0, moved).Select(place => order.RemoveAt(moved - 1).Insert(place, moved - 1)));
}
