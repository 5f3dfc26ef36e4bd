using NlOpt.Formulation;

namespace NlOpt.Evaluation;

/// <summary>
/// Makes a total a variable: the amount that a sum limits becomes one of its own, named as a total or by the words of the rule, and with or without
/// the row that would make it the sum. Where no sum is limited, the total of all amounts is added.
/// </summary>
internal sealed class TotalInsertion(ProblemFormulation gold, Random random)
{
    /// <summary>The formulation with it.</summary>
    public FaultyFormulation Make()
    {
        var total = new DecisionVariableId(gold.Variables.Length);
        var name = random.Next(2) == 0 ? "total amount" : NameFromText() ?? "total amount";
        var statements = gold.Statements.ToList();
        var at = statements.FindIndex(statement => statement is Statement.Sum);
        if (at < 0) at = statements.FindIndex(statement => statement is Statement.WeightedSum { FixedCharges.IsEmpty: true });
        switch (at < 0 ? null : statements[at])
        {
            case Statement.Sum sum:
                statements[at] = new Statement.SingleVariable(total, sum.Limit) { Evidence = sum.Evidence };
                break;
            case Statement.WeightedSum sum:
                statements[at] = new Statement.SingleVariable(total, sum.Limit) { Evidence = sum.Evidence };
                break;
            default:
                break;
        }

        if (gold.Variables.Length > 1 && random.Next(2) == 0)
            statements.Add(new Statement.SumComparison(
                [total], ComparisonOperator.Equal, new SourcedNumber(1), [.. gold.Variables.Select(variable => variable.Id)]));
        return new FaultyFormulation(
            gold with
            {
                Variables = gold.Variables.Add(new DecisionVariable(total, name, [], null, Divisibility.Whole, "it is counted")),
                Statements = [.. statements],
            },
            null,
            $"{name} as a variable");
    }

    /// <summary>The noun of the limited amount as a model would take it for a name: the word after the limit's number.</summary>
    private string? NameFromText()
    {
        foreach (var limit in gold.Statements.Where(statement => statement is Statement.Sum or Statement.WeightedSum).Select(
            statement => statement.Numbers.Last()))
        {
            if (limit.Evidence is not { } place) continue;
            var word = gold.Source.Turns[place.Turn][place.End..].Split([' ', ',', '.', ';'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
            if (word is { Length: > 2 } && word.All(char.IsLetter)
                && gold.Variables.All(variable => !variable.Name.Equals(word, StringComparison.OrdinalIgnoreCase))) return word;
        }

        return null;
    }
}
