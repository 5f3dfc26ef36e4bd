using System.Text.Json;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Pipeline;

namespace NlOpt.Tools;

/// <summary>Answers as JSON, version 1: docs/how-to/use-nlopt-from-an-agent.md. Reasons are those of docs/reference/diagnosis-json.md.</summary>
internal static class ToolAnswer
{
    private const int Version = 1;

    /// <summary>Begins an answer.</summary>
    public static void Start(Utf8JsonWriter writer, string kind)
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", Version);
        writer.WriteString("kind", kind);
    }

    /// <summary>What was understood.</summary>
    public static void WriteFormulation(Utf8JsonWriter writer, LoweredModel lowered, IEnumerable<Diagnostic> warnings)
    {
        var formulation = lowered.Formulation;
        Start(writer, "formulation");
        writer.WriteNumber("confidence", formulation.Probability);
        List(writer, "variables", formulation.Variables, variable =>
        {
            writer.WriteString("name", variable.Name);
            writer.WriteString("unit", variable.Unit);
            writer.WriteBoolean("isWhole", lowered.Model.Variables[lowered.AmountOf(variable.Id).Index].Kind != VariableKind.Continuous);
        });
        writer.WriteStartObject("objective");
        writer.WriteString("sentence", PlainSentence.OfObjective(formulation));
        writer.WriteString("algebra", AlgebraText.OfObjective(lowered.Model));
        WriteQuote(writer, formulation.Objective.Evidence, formulation);
        writer.WriteEndObject();
        var number = 0;
        List(writer, "rules", formulation.Statements, statement =>
        {
            var index = number++;
            writer.WriteNumber("rule", index + 1);
            writer.WriteString("template", Template.Of(statement).Id);
            writer.WriteString("sentence", PlainSentence.Of(statement, formulation));
            writer.WriteStartArray("algebra");
            foreach (var row in lowered.RowsOf(index)) writer.WriteStringValue(AlgebraText.Of(row, lowered.Model));
            foreach (var row in lowered.IndicatorsOf(index)) writer.WriteStringValue(AlgebraText.Of(row, lowered.Model));
            writer.WriteEndArray();
            writer.WriteNumber("confidence", statement.Probability);
            WriteQuote(writer, statement.Evidence, formulation);
        });
        List(writer, "numbersSetAside", formulation.Ledger.Where(entry => entry.Use is NumberUse.SetAside), entry =>
        {
            writer.WriteString("number", formulation.Source.Quote(entry.Evidence));
            writer.WriteString("reason", ((NumberUse.SetAside)entry.Use).Reason);
        });
        List(writer, "questions", formulation.Questions, question => WriteQuestion(writer, question, null, formulation));
        WriteWarnings(writer, warnings);
        writer.WriteEndObject();
    }

    /// <summary>The best plan, or why there is none.</summary>
    public static void WriteSolution(Utf8JsonWriter writer, Solution solution, IEnumerable<Diagnostic> warnings)
    {
        Start(writer, "solution");
        writer.WriteString("status", SolutionJson.StatusOf(solution.Result.Termination));
        if (solution.ObjectiveValue is { } value) writer.WriteNumber("objectiveValue", value);
        else writer.WriteNull("objectiveValue");
        List(writer, "plan", solution.Plan, amount =>
        {
            writer.WriteString("name", amount.Variable.Name);
            writer.WriteNumber("amount", amount.Amount);
            writer.WriteString("text", amount.Text);
        });
        writer.WriteString("summary", solution.Summary);
        writer.WriteString("advice", solution.Advice);
        List(writer, "rules", solution.Statements, outcome =>
        {
            writer.WriteNumber("rule", outcome.Index + 1);
            writer.WriteString("sentence", PlainSentence.Of(outcome.Statement, solution.Formulation));
            writer.WriteBoolean("isBinding", outcome.IsBinding);
            writer.WriteString("text", outcome.Text);
            writer.WriteString("price", outcome.PriceText);
        });
        writer.WriteNumber("confidence", solution.Formulation.Probability);
        WriteQuestionList(writer, solution);
        WriteWarnings(writer, warnings);
        writer.WriteEndObject();
    }

    /// <summary>What to ask.</summary>
    public static void WriteQuestions(Utf8JsonWriter writer, Solution solution)
    {
        Start(writer, "questions");
        WriteQuestionList(writer, solution);
        writer.WriteEndObject();
    }

    private static void WriteQuestionList(Utf8JsonWriter writer, Solution solution) => List(
        writer,
        "questions",
        solution.Questions.Zip(solution.Consequences),
        asked => WriteQuestion(writer, asked.First, asked.Second, solution.Formulation));

    private static void WriteQuestion(Utf8JsonWriter writer, Question question, QuestionConsequence? consequence, ProblemFormulation formulation)
    {
        writer.WriteString("text", question.Text);
        writer.WriteString("quote", question.Quote is { } quote ? formulation.Source.Quote(quote) : null);
        writer.WriteStartArray("options");
        foreach (var option in question.Options) writer.WriteStringValue(option);
        writer.WriteEndArray();
        writer.WriteNumber("expectedLoss", question.ExpectedLoss);
        writer.WriteString("otherwise", consequence?.Otherwise);
    }

    private static void WriteQuote(Utf8JsonWriter writer, IEnumerable<Evidence> evidence, ProblemFormulation formulation)
    {
        writer.WriteStartArray("quotes");
        foreach (var quote in evidence.Order().Select(formulation.Source.Quote).Distinct(StringComparer.Ordinal)) writer.WriteStringValue(quote);
        writer.WriteEndArray();
    }

    private static void WriteWarnings(Utf8JsonWriter writer, IEnumerable<Diagnostic> warnings)
    {
        writer.WriteStartArray("warnings");
        foreach (var warning in warnings) writer.WriteStringValue(warning.ToString());
        writer.WriteEndArray();
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
}
