using System.Text.Json;
using NlOpt.Formulation;
using NlOpt.Solving.Diagnosis;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>Reasons as JSON, version 1: docs/reference/diagnosis-json.md.</summary>
public static class DiagnosisJson
{
    /// <summary>Writes the reasons behind an outcome as one object.</summary>
    public static void Write(Utf8JsonWriter writer, DiagnosisAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(answer);
        var formulation = answer.Solution.Formulation;
        Start(writer, "diagnosis");
        WriteSolution(writer, "solution", answer.Solution);
        List(writer, "conflicts", answer.Conflicts?.Conflicts ?? [], conflict => WriteConflict(writer, conflict, formulation));
        if (answer.Conflicts is { } report)
        {
            writer.WriteBoolean("isComplete", report.IsComplete);
            List(writer, "together", report.Together, repair => WriteRepair(writer, repair, formulation));
        }

        List(writer, "missing", answer.Growths, growth =>
        {
            Names(writer, "variables", growth.Variables.Select(variable => formulation[variable].Name));
            writer.WriteString("text", growth.Text);
        });
        List(writer, "limits", answer.Worth, worth => WriteWorth(writer, worth));
        List(writer, "alternatives", answer.Alternatives, plan =>
        {
            writer.WriteNumber("objectiveValue", plan.ObjectiveValue);
            writer.WriteNumber("loss", plan.Loss);
            WriteAmounts(writer, plan.Plan);
            writer.WriteString("text", plan.Text);
        });
        writer.WriteEndObject();
    }

    /// <summary>Writes the plan under a change beside the plan as things are.</summary>
    public static void Write(Utf8JsonWriter writer, WhatIfOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(outcome);
        Start(writer, "what-if");
        WriteChange(writer, outcome);
        writer.WriteString("text", outcome.Text);
        writer.WriteEndObject();
    }

    /// <summary>Writes why there is not more of a thing.</summary>
    public static void Write(Utf8JsonWriter writer, WhyNotOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(outcome);
        Start(writer, "why-not");
        writer.WriteNumber("amount", outcome.Amount);
        Number(writer, "most", outcome.Most);
        WriteChange(writer, outcome.WhatIf);
        if (outcome.Obstacles is { } obstacles)
        {
            writer.WriteStartObject("obstacles");
            WriteConflict(writer, obstacles, outcome.WhatIf.Changed);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("obstacles");
        }

        writer.WriteString("text", outcome.Text);
        writer.WriteEndObject();
    }

    /// <summary>Writes whether a plan of the user would be all right.</summary>
    public static void Write(Utf8JsonWriter writer, PlanVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(verdict);
        Start(writer, "check");
        writer.WriteBoolean("isFine", verdict.IsFine);
        writer.WriteNumber("objectiveValue", verdict.ObjectiveValue);
        List(writer, "statements", verdict.Statements, statement =>
        {
            writer.WriteNumber("rule", statement.Index + 1);
            writer.WriteBoolean("isMet", statement.IsMet);
            Number(writer, "amount", statement.Amount);
            Number(writer, "missedBy", statement.MissedBy);
            writer.WriteString("text", statement.Text);
        });
        Names(writer, "badAmounts", verdict.BadAmounts);
        writer.WriteString("text", verdict.Text);
        writer.WriteEndObject();
    }

    private static void Start(Utf8JsonWriter writer, string kind)
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", 1);
        writer.WriteString("kind", kind);
    }

    private static void WriteChange(Utf8JsonWriter writer, WhatIfOutcome outcome)
    {
        WriteSolution(writer, "before", outcome.Before);
        WriteSolution(writer, "after", outcome.After);
        Number(writer, "gain", outcome.Gain);
    }

    private static void WriteSolution(Utf8JsonWriter writer, string name, Solution solution)
    {
        writer.WriteStartObject(name);
        writer.WriteString("status", SolutionJson.StatusOf(solution.Result.Termination));
        Number(writer, "objectiveValue", solution.ObjectiveValue);
        WriteAmounts(writer, solution.Plan);
        writer.WriteString("summary", solution.Summary);
        writer.WriteEndObject();
    }

    private static void WriteAmounts(Utf8JsonWriter writer, IEnumerable<PlannedAmount> plan) => List(writer, "plan", plan, amount =>
    {
        writer.WriteString("name", amount.Variable.Name);
        writer.WriteNumber("amount", amount.Amount);
    });

    private static void WriteConflict(Utf8JsonWriter writer, RuleConflict conflict, ProblemFormulation formulation)
    {
        writer.WriteStartArray("rules");
        foreach (var index in conflict.Statements) writer.WriteNumberValue(index + 1);
        writer.WriteEndArray();
        var facts = conflict.Members.Where(member => member is not ConflictMember.OfStatement);
        Names(writer, "facts", facts.Select(member => ConflictWords.Of(member, formulation)));
        writer.WriteBoolean("isIrreducible", conflict.IsIrreducible);
        writer.WriteBoolean("isAmongMusts", conflict.IsAmongMusts);
        List(writer, "repairs", conflict.Repairs, repair => WriteRepair(writer, repair, formulation));
        writer.WriteString("text", conflict.Text);
    }

    private static void WriteRepair(Utf8JsonWriter writer, Repair repair, ProblemFormulation formulation)
    {
        writer.WriteNumber("rule", repair.StatementIndex + 1);
        Number(writer, "from", repair.From);
        Number(writer, "to", repair.To);
        writer.WriteBoolean("isRemoval", repair.Repaired is null);
        writer.WriteBoolean("isEnough", repair.IsEnough);
        writer.WriteString("becomes", repair.Repaired is { } repaired ? PlainSentence.Of(repaired, formulation) : null);
        writer.WriteString("text", repair.Text);
    }

    private static void WriteWorth(Utf8JsonWriter writer, LimitWorth worth)
    {
        writer.WriteNumber("rule", worth.StatementIndex + 1);
        writer.WriteBoolean("isBinding", worth.IsBinding);
        WritePrice(writer, "more", worth.Prices?.Up);
        WritePrice(writer, "less", worth.Prices?.Down);
        Number(writer, "easedTo", worth.Eased?.Limit);
        Number(writer, "gainWhenEased", worth.Eased?.Gain);
        writer.WriteString("text", worth.Text);
    }

    private static void WritePrice(Utf8JsonWriter writer, string name, LimitPrice? price)
    {
        if (price is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteNumber("price", price.Price);
        Number(writer, "until", price.Until);
        writer.WriteBoolean("isEnd", price.IsEnd);
        writer.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Names(Utf8JsonWriter writer, string name, IEnumerable<string> names)
    {
        writer.WriteStartArray(name);
        foreach (var item in names) writer.WriteStringValue(item);
        writer.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number) writer.WriteNumber(name, number);
        else writer.WriteNull(name);
    }
}
