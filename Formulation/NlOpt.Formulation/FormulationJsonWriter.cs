using System.Collections.Immutable;
using System.Text.Json;

namespace NlOpt.Formulation;

/// <summary>Writes a formulation; what is null or an empty list of spans is left out.</summary>
internal static class FormulationJsonWriter
{
    public static void Write(Utf8JsonWriter writer, ProblemFormulation formulation)
    {
        writer.WriteStartObject();
        writer.WriteString("format", FormulationJson.Format);
        writer.WriteNumber("version", FormulationJson.Version);
        List(writer, "source", formulation.Source.Turns, writer.WriteStringValue);
        List(writer, "variables", formulation.Variables, variable => Variable(writer, variable));
        writer.WritePropertyName("objective");
        Objective(writer, formulation.Objective);
        List(writer, "statements", formulation.Statements, statement => Statement(writer, statement));
        List(writer, "ledger", formulation.Ledger, entry => Entry(writer, entry));
        List(writer, "questions", formulation.Questions, question => Question(writer, question));
        writer.WriteNumber("probability", formulation.Probability);
        writer.WriteEndObject();
    }

    private static void Variable(Utf8JsonWriter writer, DecisionVariable variable)
    {
        writer.WriteStartObject();
        writer.WriteString("name", variable.Name);
        Spans(writer, "mentions", variable.Mentions);
        Text(writer, "unit", variable.Unit);
        writer.WriteString("divisibility", JsonPart.NameOf(variable.Divisibility));
        writer.WriteString("reason", variable.DivisibilityReason);
        Number(writer, "smallestBatch", variable.SmallestBatch);
        writer.WriteEndObject();
    }

    private static void Objective(Utf8JsonWriter writer, ObjectiveStatement objective)
    {
        writer.WriteStartObject();
        writer.WriteString("sense", JsonPart.NameOf(objective.Sense));
        writer.WriteString("class", JsonPart.NameOf(objective.Class));
        writer.WriteString("name", objective.Name);
        Text(writer, "unit", objective.Unit);
        List(writer, "terms", objective.Terms, term => Term(writer, term));
        Charges(writer, objective.FixedCharges);
        Number(writer, "constant", objective.Constant);
        Spans(writer, "evidence", objective.Evidence);
        writer.WriteNumber("probability", objective.Probability);
        writer.WriteEndObject();
    }

    private static void Statement(Utf8JsonWriter writer, Statement statement)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(statement.GetType().Name));
        writer.WriteString("template", Template.Of(statement).Id);
        switch (statement)
        {
            case Statement.SingleVariable(var variable, var limit):
                writer.WriteNumber("variable", variable.Index);
                Limit(writer, "limit", limit);
                break;
            case Statement.Sum(var variables, var limit):
                References(writer, "variables", variables);
                Limit(writer, "limit", limit);
                break;
            case Statement.WeightedSum sum:
                List(writer, "terms", sum.Terms, term => Term(writer, term));
                Charges(writer, sum.FixedCharges);
                Limit(writer, "limit", sum.Limit);
                Text(writer, "unit", sum.Unit);
                break;
            case Statement.Proportion(var part, var whole, var share):
                References(writer, "part", part);
                References(writer, "whole", whole);
                Limit(writer, "share", share);
                break;
            case Statement.Comparison comparison:
                writer.WriteNumber("left", comparison.Left.Index);
                writer.WriteString("operator", JsonPart.NameOf(comparison.Operator));
                Number(writer, "factor", comparison.Factor);
                writer.WriteNumber("right", comparison.Right.Index);
                break;
            case Statement.SumComparison comparison:
                References(writer, "left", comparison.Left);
                writer.WriteString("operator", JsonPart.NameOf(comparison.Operator));
                Number(writer, "factor", comparison.Factor);
                References(writer, "right", comparison.Right);
                Number(writer, "difference", comparison.Difference);
                break;
            case Statement.Implication(var condition, var consequence):
                Group(writer, "if", condition);
                Group(writer, "then", consequence);
                break;
            case Statement.Equivalence(var left, var right):
                Activity(writer, "left", left);
                Activity(writer, "right", right);
                break;
            case Statement.ActivityRequirement(var activity):
                Activity(writer, "activity", activity);
                break;
            case Statement.ConditionalLimit conditional:
                Activity(writer, "if", conditional.If);
                List(writer, "terms", conditional.Terms, term => Term(writer, term));
                Limit(writer, "limit", conditional.Limit);
                Text(writer, "unit", conditional.Unit);
                break;
            case Statement.Cardinality(var activities, var count):
                List(writer, "activities", activities, activity => Activity(writer, activity));
                Limit(writer, "count", count);
                break;
            default:
                throw new ArgumentException($"Unknown case {statement.GetType().Name}.", nameof(statement));
        }

        Spans(writer, "evidence", statement.Evidence);
        writer.WriteNumber("probability", statement.Probability);
        writer.WriteEndObject();
    }

    private static void Entry(Utf8JsonWriter writer, LedgerEntry entry)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("span");
        Span(writer, entry.Evidence);
        writer.WriteNumber("value", entry.Value);
        switch (entry.Use)
        {
            case NumberUse.InObjective:
                writer.WriteString("use", "objective");
                break;
            case NumberUse.InStatement(var index):
                writer.WriteString("use", "statement");
                writer.WriteNumber("statement", index);
                break;
            case NumberUse.InName(var variable):
                writer.WriteString("use", "name");
                writer.WriteNumber("variable", variable.Index);
                break;
            case NumberUse.InSmallestBatch(var variable):
                writer.WriteString("use", "smallestBatch");
                writer.WriteNumber("variable", variable.Index);
                break;
            case NumberUse.SetAside(var reason):
                writer.WriteString("use", "setAside");
                writer.WriteString("reason", reason);
                break;
            default:
                throw new ArgumentException($"Unknown case {entry.Use.GetType().Name}.", nameof(entry));
        }

        Text(writer, "note", entry.Note);
        writer.WriteEndObject();
    }

    private static void Question(Utf8JsonWriter writer, Question question)
    {
        writer.WriteStartObject();
        writer.WriteString("slot", JsonPart.NameOf(question.Slot));
        writer.WriteString("text", question.Text);
        if (question.Quote is { } quote)
        {
            writer.WritePropertyName("quote");
            Span(writer, quote);
        }

        List(writer, "options", question.Options, writer.WriteStringValue);
        writer.WriteNumber("expectedLoss", question.ExpectedLoss);
        if (question.Doubt is { } doubt) writer.WriteNumber("doubt", doubt);
        writer.WriteEndObject();
    }

    private static void Term(Utf8JsonWriter writer, WeightedVariable term)
    {
        writer.WriteStartObject();
        writer.WriteNumber("variable", term.Variable.Index);
        Number(writer, "coefficient", term.Coefficient);
        Number(writer, "deduction", term.Deduction);
        writer.WriteEndObject();
    }

    private static void Charges(Utf8JsonWriter writer, ImmutableArray<FixedCharge> charges)
    {
        if (charges.IsEmpty) return;
        List(writer, "fixedCharges", charges, charge =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("variable", charge.Variable.Index);
            Number(writer, "amount", charge.Amount);
            writer.WriteEndObject();
        });
    }

    /// <summary>A group of one is the activity itself, as it was in version 1.</summary>
    private static void Group(Utf8JsonWriter writer, string name, ActivityGroup group)
    {
        if (group.Activities is [var only])
        {
            Activity(writer, name, only);
            return;
        }

        writer.WriteStartObject(name);
        List(writer, group.IsAll ? "all" : "any", group.Activities, activity => Activity(writer, activity));
        writer.WriteEndObject();
    }

    private static void Activity(Utf8JsonWriter writer, string name, Activity activity)
    {
        writer.WritePropertyName(name);
        Activity(writer, activity);
    }

    private static void Activity(Utf8JsonWriter writer, Activity activity)
    {
        writer.WriteStartObject();
        writer.WriteNumber("variable", activity.Variable.Index);
        writer.WriteBoolean("isActive", activity.IsActive);
        writer.WriteEndObject();
    }

    private static void Limit(Utf8JsonWriter writer, string name, Limit limit)
    {
        writer.WriteStartObject(name);
        switch (limit)
        {
            case Formulation.Limit.Between(var low, var high):
                List(writer, "between", [low, high], number => Number(writer, number));
                break;
            default:
                Number(writer, JsonNamingPolicy.CamelCase.ConvertName(limit.GetType().Name), limit.Numbers.Single());
                break;
        }

        writer.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter writer, string name, SourcedNumber? number)
    {
        if (number is not { } value) return;
        writer.WritePropertyName(name);
        Number(writer, value);
    }

    private static void Number(Utf8JsonWriter writer, SourcedNumber number)
    {
        writer.WriteStartObject();
        writer.WriteNumber("value", number.Value);
        if (number.Evidence is { } span)
        {
            writer.WritePropertyName("span");
            Span(writer, span);
        }

        writer.WriteEndObject();
    }

    private static void References(Utf8JsonWriter writer, string name, ImmutableArray<DecisionVariableId> variables) =>
        List(writer, name, variables, variable => writer.WriteNumberValue(variable.Index));

    private static void Spans(Utf8JsonWriter writer, string name, ImmutableArray<Evidence> spans)
    {
        if (spans.IsDefaultOrEmpty) return;
        writer.WritePropertyName(name);
        writer.WriteRawValue($"[{string.Join(", ", spans.Select(Text))}]");
    }

    /// <summary>Written raw, so that a span stays on one line of an indented file.</summary>
    private static void Span(Utf8JsonWriter writer, Evidence span) => writer.WriteRawValue(Text(span));

    private static string Text(Evidence span) => span.Turn == 0 ? $"[{span.Start}, {span.End}]" : $"[{span.Start}, {span.End}, {span.Turn}]";

    private static void Text(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null) writer.WriteString(name, text);
    }

    private static void List<T>(Utf8JsonWriter writer, string name, ImmutableArray<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items) write(item);
        writer.WriteEndArray();
    }
}
