using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NlOpt.Datasets.Generation.Banks;
using NlOpt.Datasets.Generation.Drafts;
using NlOpt.Datasets.Generation.Logic;
using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Datasets.Generation.Sampling;
using NlOpt.Datasets.Generation.Statements;
using NlOpt.Datasets.Generation.Telling;
using NlOpt.Formulation;

namespace NlOpt.Datasets.Generation;

/// <summary>Ties what a problem means to the words that say it.</summary>
internal static partial class GoldAssembly
{
    private const string AsideReason = "it has no part in the decision";

    /// <summary>The problem with its formulation, spans and labels.</summary>
    /// <exception cref="InvalidOperationException">A number or a variable was never told: a mistake of ours.</exception>
    public static GeneratedProblem Of(
        string id, SampledProblem problem, FinishedText finished, IReadOnlySet<string> phenomena, ProblemTeller teller, GenerationBank bank, GeneratedOutcome outcome)
    {
        var places = new Dictionary<int, Evidence>();
        foreach (var mark in finished.Marks)
            if (mark.Kind is MarkKind.Parameter or MarkKind.Limit) places.TryAdd(mark.Key, Span(mark));
        SourcedNumber Tie(SampledNumber number) => places.TryGetValue(number.Key, out var place)
            ? new SourcedNumber(number.Value, place)
            : throw new InvalidOperationException($"The number {number.Value} was not told in: {finished.Text}");

        var variables = problem.Names.Select((name, column) => Variable(problem.Family, name, column, finished)).ToImmutableArray();
        var objective = problem.Objective.Tied(problem.Names.Length, teller.GoalName.Length == 0 ? "goal" : teller.GoalName, problem.Sayings, Tie) with
        {
            Evidence = [.. finished.Marks.Where(mark => mark.Kind == MarkKind.Objective).Select(Span), .. Charges(problem, finished, column: null)],
        };
        var statements = Statements(problem, finished, Tie);
        var formulation = new ProblemFormulation(
            Source.Of(finished.Text), variables, objective, statements, Ledger(finished, teller, variables, objective, statements, problem), [], 1);
        return new(
            id, finished.Text, formulation, Entities(finished), Mentions(finished),
            [.. problem.Templates],
            [.. phenomena.Concat(Noteworthy(problem)).Distinct().Order(StringComparer.Ordinal)],
            problem.Bank.Domain, bank, outcome);
    }

    private static ImmutableArray<Statement> Statements(SampledProblem problem, FinishedText finished, Func<SampledNumber, SourcedNumber> tie)
    {
        var said = new List<(int Place, Statement Statement)>();
        for (var index = 0; index < problem.Sayings.Length; index++)
        {
            var spans = finished.Marks.Where(mark => mark.Kind == MarkKind.Statement && mark.Key == index).Select(Span).ToImmutableArray();
            if (problem.Sayings[index] is RowSaying { Charges.Column: { } column }) spans = [.. spans, .. Charges(problem, finished, column)];
            if (spans.IsEmpty) throw new InvalidOperationException($"Statement {index + 1} was not told in: {finished.Text}");
            said.AddRange(problem.Sayings[index].Statements(tie).Select(statement => (spans[0].Start, statement with { Evidence = spans })));
        }

        return [.. said.OrderBy(pair => pair.Place).Select(pair => pair.Statement)];
    }

    /// <summary>The words of amounts that count once, of a row or of the objective.</summary>
    private static IEnumerable<Evidence> Charges(SampledProblem problem, FinishedText finished, AmountColumn? column) => finished.Marks
        .Where(mark => mark.Kind == MarkKind.Statement && problem.Sayings[mark.Key] is FixedChargeSaying saying && saying.Column == column).Select(Span);

    private static DecisionVariable Variable(Family family, ThingName name, int column, FinishedText finished)
    {
        var mentions = finished.Marks.Where(mark => mark.Kind == MarkKind.Variable && mark.Key == column).Select(Span).ToImmutableArray();
        if (mentions.IsEmpty) throw new InvalidOperationException($"The variable '{name.Name}' was not named in: {finished.Text}");
        return new DecisionVariable(
            new DecisionVariableId(column), WordForms.Many(name.Name), mentions, family.Measure is { } measure ? WordForms.Many(measure) : null,
            family.Whole ? Divisibility.Whole : Divisibility.Divisible, family.Whole ? "it is counted" : "it is measured");
    }

    private static ImmutableArray<LedgerEntry> Ledger(
        FinishedText finished, ProblemTeller teller, ImmutableArray<DecisionVariable> variables, ObjectiveStatement objective, ImmutableArray<Statement> statements,
        SampledProblem problem)
    {
        var values = Numbers(problem).Concat(teller.Asides).DistinctBy(number => number.Key).ToDictionary(number => number.Key, number => number.Value);
        var found = finished.Marks.Where(mark => mark.Kind is MarkKind.Parameter or MarkKind.Limit or MarkKind.Aside)
            .Select(mark => new FoundNumber(Span(mark), values[mark.Key])).ToList();
        found.AddRange(Digits().Matches(finished.Text)
            .Where(match => !found.Exists(number => number.Evidence.Start < match.Index + match.Length && match.Index < number.Evidence.End))
            .Select(match => new FoundNumber(new Evidence(match.Index, match.Index + match.Length), double.Parse(match.Value, CultureInfo.InvariantCulture))).ToList());
        return LedgerBuilder.Build(found, variables, objective, statements, _ => AsideReason);
    }

    private static IEnumerable<SampledNumber> Numbers(SampledProblem problem)
    {
        var numbers = new List<SampledNumber>();
        SourcedNumber Collect(SampledNumber number)
        {
            numbers.Add(number);
            return new SourcedNumber(number.Value);
        }

        problem.Objective.Tied(problem.Names.Length, "", problem.Sayings, Collect);
        foreach (var saying in problem.Sayings) _ = saying.Statements(Collect).Count();
        return numbers;
    }

    private static ImmutableArray<EntitySpan> Entities(FinishedText finished)
    {
        var entities = ImmutableArray.CreateBuilder<EntitySpan>();
        var end = 0;
        foreach (var mark in finished.Marks)
        {
            // Where words are both the name of a variable and of the objective, the longer mark stands.
            if (LabelOf(mark.Kind) is not { } label || mark.Start < end) continue;
            entities.Add(new EntitySpan(mark.Start, mark.End, label));
            end = mark.End;
        }

        return entities.ToImmutable();
    }

    private static string? LabelOf(MarkKind kind) => kind switch
    {
        MarkKind.Variable => "VAR",
        MarkKind.Parameter => "PARAM",
        MarkKind.Limit => "LIMIT",
        MarkKind.Direction => "CONST_DIR",
        MarkKind.ObjectiveDirection => "OBJ_DIR",
        MarkKind.ObjectiveName => "OBJ_NAME",
        _ => null,
    };

    private static ImmutableArray<VariableMention> Mentions(FinishedText finished) =>
        [.. finished.Marks.Where(mark => mark.Kind == MarkKind.Variable)
            .Select(mark => new VariableMention(finished.Text[mark.Start..mark.End], mark.Key)).Distinct()];

    /// <summary>What makes the names themselves hard.</summary>
    private static IEnumerable<string> Noteworthy(SampledProblem problem)
    {
        var names = problem.Names.Select(name => WordForms.One(name.Name)).ToList();
        if (names.Exists(name => name.Any(char.IsAsciiDigit))) yield return "digits-in-name";
        if (names.Exists(name => names.Exists(other => other != name && Words(other).IsSupersetOf(Words(name))))) yield return "name-inside-name";
        var amounts = problem.Columns.Select(column => WordForms.One(column.Amount.What)).ToList();
        if (names.Exists(name => amounts.Exists(amount => Words(name).Overlaps(Words(amount))))) yield return "resource-in-name";
        if (problem.Columns.Any(column => column.IsPartial)) yield return "partial-row";
        if (problem.Objective.Deduction is not null) yield return "price-minus-cost";
    }

    private static HashSet<string> Words(string name) => [.. name.ToLowerInvariant().Split(' ')];

    private static Evidence Span(Mark mark) => new(mark.Start, mark.End);

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Digits();
}
