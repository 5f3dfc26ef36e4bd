using System.Globalization;
using NlOpt.Formulation;

namespace NlOpt.Agents.Checking;

/// <summary>Objectives that mean the same have equal keys: sense, amounts to seven digits, constant.</summary>
internal static class ObjectiveKey
{
    public static string Of(LoweredModel lowered)
    {
        var objective = lowered.Model.Objective;
        var terms = objective.Expression.Terms.Where(term => term.Coefficient != 0).Select(term => (Origin: lowered.Variables[term.Variable.Index], term.Coefficient))
            .OrderBy(term => term.Origin.Variable.Index).ThenBy(term => term.Origin.IsActivity)
            .Select(term => $"{Number(term.Coefficient)} {(term.Origin.IsActivity ? 'y' : 'x')}{Number(term.Origin.Variable.Index)}");
        return $"{objective.Sense} {string.Join(" + ", terms)} + {Number(objective.Expression.Constant)}";
    }

    private static string Number(double value) => (value == 0 ? 0 : value).ToString("g7", CultureInfo.InvariantCulture);
}
