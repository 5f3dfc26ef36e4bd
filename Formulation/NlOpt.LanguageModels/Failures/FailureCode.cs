namespace NlOpt.LanguageModels.Failures;

/// <summary>The stable codes of what can go wrong with a language model; docs/how-to/use-a-language-model.md says what to do about each.</summary>
public static class FailureCode
{
    /// <summary>No language model is configured.</summary>
    public const string None = "model.none";

    /// <summary>The configuration cannot be used.</summary>
    public const string Settings = "model.settings";

    /// <summary>No connection to the server.</summary>
    public const string Unreachable = "model.unreachable";

    /// <summary>The server refuses the key, or asks for one.</summary>
    public const string Unauthorised = "model.unauthorised";

    /// <summary>The server does not know the model or the address.</summary>
    public const string Unknown = "model.unknown";

    /// <summary>The server refuses the request as it is.</summary>
    public const string Rejected = "model.rejected";

    /// <summary>Too many requests, also after waiting.</summary>
    public const string RateLimited = "model.rate-limited";

    /// <summary>No answer in time.</summary>
    public const string TimedOut = "model.timed-out";

    /// <summary>The server failed, also when asked again.</summary>
    public const string ServerFailed = "model.server-failed";

    /// <summary>The connection ended within the reply.</summary>
    public const string Cut = "model.cut";

    /// <summary>The reply does not keep to the protocol.</summary>
    public const string Malformed = "model.malformed";

    /// <summary>The model would not answer.</summary>
    public const string Refused = "model.refused";

    /// <summary>The reply is longer than allowed, and so incomplete.</summary>
    public const string OverLong = "model.over-long";

    /// <summary>The reply says nothing.</summary>
    public const string Empty = "model.empty";

    /// <summary>The budget is used up.</summary>
    public const string Budget = "model.budget";

    /// <summary>The request is larger than is sent.</summary>
    public const string PromptTooLong = "model.prompt-too-long";

    /// <summary>A file of recorded calls cannot be read.</summary>
    public const string RecordUnreadable = "record.unreadable";

    /// <summary>A line of a file of recorded calls is none.</summary>
    public const string RecordLine = "record.line";

    /// <summary>A file of recorded calls cannot be written.</summary>
    public const string RecordUnwritable = "record.unwritable";

    /// <summary>A request is not on record.</summary>
    public const string NotOnRecord = "record.missing";
}
