using System.Text.Json;

namespace NlOpt.Policies.Tsddr.Rules;

/// <summary>Decision rules as files: JSON with exact parameters, for one problem (docs/reference/policies.md).</summary>
public static class DecisionRuleFile
{
    private const long LargestFile = 1L << 26;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true, RespectNullableAnnotations = true };

    /// <summary>Writes a rule whole, or not at all; an existing file is replaced.</summary>
    /// <param name="path">Where.</param>
    /// <param name="name">Short name of the policy.</param>
    /// <param name="problem">The problem it was trained for.</param>
    /// <param name="rule">The rule.</param>
    /// <returns>Null when done; else <c>policy.file-unwritable</c>.</returns>
    public static Diagnostic? Write(string path, string name, MultistageProblem problem, DecisionRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        try
        {
            File.WriteAllBytes(path + ".partial", JsonSerializer.SerializeToUtf8Bytes(DecisionRuleDocument.Of(name, problem, rule), Format));
            File.Move(path + ".partial", path, overwrite: true);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Diagnostic.Error("policy.file-unwritable", $"the policy cannot be written: {error.Message}", new DiagnosticLocation(Source: path));
        }
    }

    /// <summary>Reads a rule as a policy.</summary>
    /// <param name="path">The file; untrusted.</param>
    /// <param name="problem">The problem it must have been trained for.</param>
    /// <param name="solver">Solves the stages of the policy.</param>
    /// <returns>The policy, or <c>policy.file-unreadable</c>, <c>policy.file-broken</c>, <c>policy.other-problem</c>.</returns>
    public static Result<DecisionRulePolicy> Read(string path, MultistageProblem problem, ISolver solver)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(solver);
        try
        {
            if (new FileInfo(path).Length > LargestFile) return Failure("policy.file-broken", "it is larger than any policy", path, null);
            var document = JsonSerializer.Deserialize<DecisionRuleDocument>(File.ReadAllBytes(path), Format);
            if (document is null) return Failure("policy.file-broken", "it is empty", path, null);
            var rule = document.ToRule(problem);
            return rule.TryGetValue(out var known)
                ? Result.Success(new DecisionRulePolicy(document.Name, problem, known, solver))
                : Result.Failure<DecisionRulePolicy>([.. rule.Diagnostics.Select(found => found with { Location = new DiagnosticLocation(Source: path) })]);
        }
        catch (JsonException error)
        {
            return Failure("policy.file-broken", $"the file holds no usable decision rule: {error.Message}", path, (int?)error.LineNumber + 1);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Failure("policy.file-unreadable", $"the policy cannot be read: {error.Message}", path, null);
        }
    }

    private static Result<DecisionRulePolicy> Failure(string code, string message, string path, int? line) =>
        Result.Failure<DecisionRulePolicy>(Diagnostic.Error(code, message, new DiagnosticLocation(line, Source: path), "restore the file, or train again"));
}
