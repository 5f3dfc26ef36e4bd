using System.Collections.Frozen;
using NlOpt.Formulation;

namespace NlOpt.Agents.Checking.Checks;

/// <summary>A total is no decision: it follows from the amounts it adds up.</summary>
internal sealed class TotalVariableCheck : ICrossCheck
{
    private const double Defined = 0.95;
    private const double Named = 0.8;
    private const double Idle = 0.6;

    private static readonly FrozenSet<string> TotalWords =
        "total totals sum overall combined altogether aggregate".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public string Name => "total-as-variable";

    /// <inheritdoc/>
    public IEnumerable<CheckFinding> Find(CheckedFormulation subject)
    {
        var formulation = subject.Formulation;
        if (formulation.Variables.Length < 3) yield break;
        foreach (var variable in formulation.Variables)
        {
            var suspicion = formulation.Statements.Any(statement => Defines(statement, variable.Id, formulation.Variables.Length)) ? Defined
                : variable.Name.Split(' ', '_', '-').Any(TotalWords.Contains) ? Named
                : IsIdle(variable.Id, formulation) ? Idle : 0;
            if (suspicion > 0)
                yield return new CheckFinding(Name, $"“{variable.Name}” seems to add up other amounts instead of being decided on", suspicion);
        }
    }

    /// <summary>The variable is said to be the sum of all others.</summary>
    private static bool Defines(Statement statement, DecisionVariableId variable, int count) =>
        statement is Statement.SumComparison { Operator: ComparisonOperator.Equal, Factor.Value: 1, Difference: null } sum
        && ((sum.Left is [var left] && left == variable && sum.Right.Length == count - 1)
            || (sum.Right is [var right] && right == variable && sum.Left.Length == count - 1));

    /// <summary>
    /// The goal does not speak of the variable though it speaks of the others, and neither does any rule that another variable has a part in.
    /// </summary>
    private static bool IsIdle(DecisionVariableId variable, ProblemFormulation formulation) =>
        formulation.Objective.Terms.All(term => term.Variable != variable)
        && formulation.Variables.All(other => other.Id == variable || formulation.Objective.Terms.Any(term => term.Variable == other.Id))
        && formulation.Statements.All(statement => statement is Statement.SingleVariable || !StatementVariables.Of(statement).Contains(variable));
}
