namespace NlOpt.Formulation;

/// <summary>What each kind of statement must fulfil.</summary>
internal static class StatementCheck
{
    public static void Check(Statement statement, FormulationFindings at)
    {
        at.Evidence(statement.Evidence);
        at.Probability(statement.Probability, "probability");
        switch (statement)
        {
            case Statement.SingleVariable single:
                at.Reference(single.Variable);
                at.Limit(single.Limit, "limit");
                break;
            case Statement.Sum sum:
                at.Variables(sum.Variables, 2, "a sum");
                at.Limit(sum.Limit, "limit");
                break;
            case Statement.WeightedSum sum:
                if (sum.Terms.IsDefaultOrEmpty) at.Error("formulation.variables.few", "a weighted sum needs at least 1 term");
                else at.Terms(sum.Terms);
                at.Limit(sum.Limit, "limit");
                break;
            case Statement.Proportion proportion:
                CheckProportion(proportion, at);
                break;
            case Statement.Comparison comparison:
                at.Reference(comparison.Left);
                at.Reference(comparison.Right);
                at.Number(comparison.Factor, "factor");
                if (comparison.Factor.Value <= 0) at.Error("formulation.comparison", "its factor must be above zero");
                if (comparison.Left == comparison.Right) at.Error("formulation.comparison", "it compares a variable with itself");
                if (!Enum.IsDefined(comparison.Operator)) at.Error("formulation.comparison", "its operator is unknown");
                break;
            case Statement.Implication implication:
                at.Reference(implication.If.Variable);
                at.Reference(implication.Then.Variable);
                if (implication.If.Variable == implication.Then.Variable)
                    at.Error("formulation.implication", "both of its sides speak of the same variable");
                break;
            case Statement.Cardinality cardinality:
                CheckCardinality(cardinality, at);
                break;
            default:
                throw new ArgumentException($"Unknown case {statement.GetType().Name}.", nameof(statement));
        }
    }

    private static void CheckProportion(Statement.Proportion proportion, FormulationFindings at)
    {
        at.Variables(proportion.Part, 1, "the part");
        at.Variables(proportion.Whole, 1, "the whole");
        at.Limit(proportion.Share, "share");
        if (proportion.Share.Numbers.Any(share => share.Value is < 0 or > 1))
            at.Error("formulation.share", "its share must lie between 0 and 1", "write 30% as 0.3");
        if (!proportion.Part.IsDefault && !proportion.Whole.IsDefault && proportion.Part.Except(proportion.Whole).Any())
            at.Error("formulation.part", "a variable of the part is missing in the whole");
    }

    private static void CheckCardinality(Statement.Cardinality cardinality, FormulationFindings at)
    {
        at.Variables(cardinality.Activities.IsDefault ? default : [.. cardinality.Activities.Select(activity => activity.Variable)], 2, "a choice");
        at.Limit(cardinality.Count, "count");
        if (cardinality.Count.Numbers.Any(count => count.Value < 0 || count.Value != Math.Floor(count.Value)))
            at.Error("formulation.count", "its count must be a whole number, zero or more");
        else if (!cardinality.Activities.IsDefault && cardinality.Count.Lower > cardinality.Activities.Length)
            at.Warning("formulation.count.unreachable", $"it asks for more than the {cardinality.Activities.Length} there are");
    }
}
