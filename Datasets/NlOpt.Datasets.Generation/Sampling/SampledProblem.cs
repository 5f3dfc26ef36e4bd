using System.Collections.Immutable;
using NlOpt.Datasets.Generation.Banks;
using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Datasets.Generation.Statements;
using NlOpt.Formulation;

namespace NlOpt.Datasets.Generation.Sampling;

/// <summary>A problem before it has words.</summary>
/// <param name="Bank">The domain.</param>
/// <param name="Family">What is decided.</param>
/// <param name="Names">The variables, by column.</param>
/// <param name="Objective">What is wanted.</param>
/// <param name="Sayings">What restricts the plan.</param>
internal sealed record SampledProblem(
    DomainBank Bank, Family Family, ImmutableArray<ThingName> Names, SampledObjective Objective, ImmutableArray<Saying> Sayings)
{
    /// <summary>Every column of amounts that has to be told, those of the objective last.</summary>
    public IEnumerable<AmountColumn> Columns =>
        Sayings.OfType<RowSaying>().Select(saying => saying.Column).Concat([Objective.Column, Objective.Deduction]).OfType<AmountColumn>()
            .Reverse().DistinctBy(column => column.Amount.Id).Reverse();

    /// <summary>Ids of its templates, and the forms of templates that these do not tell; without repetition, ascending.</summary>
    public IEnumerable<string> Templates => Sayings.SelectMany(saying => saying.Statements(number => new SourcedNumber(number.Value)).Select(statement => Template.Of(statement).Id))
        .Concat(Sayings.Select(saying => saying.TemplateForm).OfType<string>()).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The formulation without any words: enough to solve it.</summary>
    public ProblemFormulation WithoutWords()
    {
        static SourcedNumber Tie(SampledNumber number) => new(number.Value);
        var variables = Names.Select((name, index) => new DecisionVariable(
            new DecisionVariableId(index), name.Name, [], null, Family.Whole ? Divisibility.Whole : Divisibility.Divisible, ""));
        return new(Source.Of(""), [.. variables], Objective.Tied(Names.Length, "", Sayings, Tie), [.. Sayings.SelectMany(saying => saying.Statements(Tie))], [], [], 1);
    }
}
