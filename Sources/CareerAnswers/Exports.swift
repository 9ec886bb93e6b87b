@_exported public import Employment
