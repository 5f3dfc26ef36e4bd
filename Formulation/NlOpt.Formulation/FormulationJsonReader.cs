using System.Collections.Immutable;

namespace NlOpt.Formulation;

/// <summary>Builds a formulation from its JSON parts; shape errors end in a <see cref="System.Text.Json.JsonException"/>.</summary>
internal static class FormulationJsonReader
{
    public static ProblemFormulation Read(JsonPart root) => root.Object(part =>
    {
        if (part.Field("format").Text() != FormulationJson.Format) throw part.Field("format").Wrong($"must be '{FormulationJson.Format}'");
        part.Field("version").Whole();
        var variables = part.Field("variables").List(item => item).Select((item, index) => Variable(item, index));
        return new ProblemFormulation(
            new Source(part.Field("source").List(turn => turn.Text())),
            [.. variables],
            Objective(part.Field("objective")),
            part.Field("statements").List(Statement),
            part.Field("ledger").List(LedgerEntry),
            part.Field("questions").List(Question),
            part.Field("probability").Number());
    });

    private static DecisionVariable Variable(JsonPart variable, int index) => variable.Object(part => new DecisionVariable(
        new DecisionVariableId(index),
        part.Field("name").Text(),
        Spans(part, "mentions"),
        part.FieldOrNull("unit")?.Text(),
        part.Field("divisibility").Choice<Divisibility>(),
        part.Field("reason").Text())
    {
        SmallestBatch = NumberOrNull(part, "smallestBatch"),
    });

    private static ObjectiveStatement Objective(JsonPart objective) => objective.Object(part => new ObjectiveStatement(
        part.Field("sense").Choice<Modeling.ObjectiveSense>(),
        part.Field("class").Choice<ObjectiveClass>(),
        part.Field("name").Text(),
        part.Field("terms").List(Term))
    {
        Constant = NumberOrNull(part, "constant"),
        FixedCharges = Charges(part),
        Unit = part.FieldOrNull("unit")?.Text(),
        Evidence = Spans(part, "evidence"),
        Probability = part.Field("probability").Number(),
    });

    private static Statement Statement(JsonPart json) => json.Object(part =>
    {
        var kind = part.Field("kind");
        Statement statement = kind.Text() switch
        {
            "singleVariable" => new Statement.SingleVariable(Reference(part.Field("variable")), Limit(part.Field("limit"))),
            "sum" => new Statement.Sum(part.Field("variables").List(Reference), Limit(part.Field("limit"))),
            "weightedSum" => new Statement.WeightedSum(part.Field("terms").List(Term), Limit(part.Field("limit")))
            {
                FixedCharges = Charges(part),
                Unit = part.FieldOrNull("unit")?.Text(),
            },
            "proportion" => new Statement.Proportion(
                part.Field("part").List(Reference), part.Field("whole").List(Reference), Limit(part.Field("share"))),
            "comparison" => new Statement.Comparison(
                Reference(part.Field("left")),
                part.Field("operator").Choice<ComparisonOperator>(),
                Number(part.Field("factor")),
                Reference(part.Field("right"))),
            "sumComparison" => new Statement.SumComparison(
                part.Field("left").List(Reference),
                part.Field("operator").Choice<ComparisonOperator>(),
                Number(part.Field("factor")),
                part.Field("right").List(Reference),
                NumberOrNull(part, "difference")),
            "implication" => new Statement.Implication(Group(part.Field("if")), Group(part.Field("then"))),
            "equivalence" => new Statement.Equivalence(Activity(part.Field("left")), Activity(part.Field("right"))),
            "activityRequirement" => new Statement.ActivityRequirement(Activity(part.Field("activity"))),
            "conditionalLimit" => new Statement.ConditionalLimit(
                Activity(part.Field("if")), part.Field("terms").List(Term), Limit(part.Field("limit")))
            {
                Unit = part.FieldOrNull("unit")?.Text(),
            },
            "cardinality" => new Statement.Cardinality(part.Field("activities").List(Activity), Limit(part.Field("count"))),
            _ => throw kind.Wrong("must be one of singleVariable, sum, weightedSum, proportion, comparison, sumComparison, implication, equivalence, "
                + "activityRequirement, conditionalLimit, cardinality"),
        };
        if (part.FieldOrNull("template") is { } template && template.Text() != Template.Of(statement).Id)
            throw template.Wrong($"must be '{Template.Of(statement).Id}' for this statement, or be left out");
        return statement with { Evidence = Spans(part, "evidence"), Probability = part.Field("probability").Number() };
    });

    private static LedgerEntry LedgerEntry(JsonPart entry) => entry.Object(part =>
    {
        var use = part.Field("use");
        return new LedgerEntry(Span(part.Field("span")), part.Field("value").Number(), use.Text() switch
        {
            "objective" => new NumberUse.InObjective(),
            "statement" => new NumberUse.InStatement(part.Field("statement").Whole()),
            "name" => new NumberUse.InName(Reference(part.Field("variable"))),
            "smallestBatch" => new NumberUse.InSmallestBatch(Reference(part.Field("variable"))),
            "setAside" => new NumberUse.SetAside(part.Field("reason").Text()),
            _ => throw use.Wrong("must be one of objective, statement, name, smallestBatch, setAside"),
        })
        {
            Note = part.FieldOrNull("note")?.Text(),
        };
    });

    private static Question Question(JsonPart question) => question.Object(part => new Question(
        part.Field("slot").Choice<SlotKind>(),
        part.Field("text").Text(),
        part.FieldOrNull("quote") is { } quote ? Span(quote) : null,
        part.FieldOrNull("options")?.List(option => option.Text()) ?? [],
        part.Field("expectedLoss").Number())
    {
        Doubt = part.FieldOrNull("doubt")?.Number(),
    });

    private static WeightedVariable Term(JsonPart term) => term.Object(part => new WeightedVariable(
        Reference(part.Field("variable")), Number(part.Field("coefficient")), NumberOrNull(part, "deduction")));

    private static ImmutableArray<FixedCharge> Charges(JsonPart part) => part.FieldOrNull("fixedCharges")?.List(charge => charge.Object(
        field => new FixedCharge(Reference(field.Field("variable")), Number(field.Field("amount"))))) ?? [];

    private static ActivityGroup Group(JsonPart group)
    {
        if (group.FieldOrNull("variable") is not null) return ActivityGroup.Of(Activity(group));
        return group.Object(part =>
        {
            if (part.FieldOrNull("all") is { } all) return new ActivityGroup(all.List(Activity), IsAll: true);
            var any = part.FieldOrNull("any") ?? throw part.Wrong("needs one of variable, all, any");
            return new ActivityGroup(any.List(Activity), IsAll: false);
        });
    }

    private static Activity Activity(JsonPart activity) => activity.Object(part => new Activity(
        Reference(part.Field("variable")), part.Field("isActive").Flag()));

    private static Limit Limit(JsonPart limit) => limit.Object<Limit>(part =>
    {
        if (part.FieldOrNull("atMost") is { } atMost) return new Limit.AtMost(Number(atMost));
        if (part.FieldOrNull("atLeast") is { } atLeast) return new Limit.AtLeast(Number(atLeast));
        if (part.FieldOrNull("exactly") is { } exactly) return new Limit.Exactly(Number(exactly));
        var between = part.FieldOrNull("between") ?? throw part.Wrong("needs one of atMost, atLeast, exactly, between");
        var numbers = between.List(Number);
        return numbers.Length == 2 ? new Limit.Between(numbers[0], numbers[1]) : throw between.Wrong("must hold two numbers");
    });

    private static SourcedNumber Number(JsonPart number) => number.Object(part => new SourcedNumber(
        part.Field("value").Number(), part.FieldOrNull("span") is { } span ? Span(span) : null));

    private static SourcedNumber? NumberOrNull(JsonPart part, string name) => part.FieldOrNull(name) is { } number ? Number(number) : null;

    private static DecisionVariableId Reference(JsonPart reference) => new(reference.Whole());

    private static ImmutableArray<Evidence> Spans(JsonPart part, string name) => part.FieldOrNull(name)?.List(Span) ?? [];

    private static Evidence Span(JsonPart span)
    {
        var numbers = span.List(number => number.Whole());
        return numbers switch
        {
            [var start, var end] => new Evidence(start, end),
            [var start, var end, var turn] => new Evidence(start, end, turn),
            _ => throw span.Wrong("must hold a start and an end, and perhaps a turn"),
        };
    }
}
