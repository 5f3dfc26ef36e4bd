using System.Globalization;
using NlOpt.Agents.Checking;
using NlOpt.Formulation;

namespace NlOpt.Agents.Formulating;

/// <summary>Formulations of one text that mean the same have equal keys, whatever their variables are called and in which order they stand.</summary>
internal static class FormulationKey
{
    /// <summary>The key; null where the formulation cannot be lowered.</summary>
    public static string? Of(ProblemFormulation formulation)
    {
        if (!Lowering.Lower(formulation).TryGetValue(out var lowered)) return null;
        var order = new int[formulation.Variables.Length];
        var places = formulation.Variables.OrderBy(
            variable => variable.Mentions.Select(mention => (mention.Turn, mention.Start)).DefaultIfEmpty((int.MaxValue, 0)).Min())
            .ThenBy(variable => variable.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var (place, variable) in places.Index()) order[variable.Id.Index] = place;
        var rows = RowSide.Of(lowered, order).Select(side => side.Key).Distinct().Order(StringComparer.Ordinal);
        return $"{order.Length.ToString(CultureInfo.InvariantCulture)} | {ObjectiveKey.Of(lowered, order)} | {string.Join(" | ", rows)}";
    }
}
